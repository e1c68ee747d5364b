package io.frontdesk.auth.installation;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.auth.keys.InstalledKeys;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.auth.users.Email;
import io.frontdesk.auth.users.Operators;
import io.frontdesk.auth.users.Password;
import io.frontdesk.contracts.Scope;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * What the environment brings: the operator's place among the tenants, a tenant of its own, and a first tenant with keys.
 * Whatever is there already stays as it is, except the operator's key, which is always the one of the environment.
 */
@ApplicationScoped
public class Installation {
    /** The tenant that {@code API_KEYS} founds. */
    static final UUID FIRST_TENANT = UUID.fromString("00000000-0000-7000-8000-000000000003");

    /** The operator's key: one id, so that another key in the environment replaces the one before. */
    private static final UUID OPERATOR_KEY = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private static final DisplayName NAME = new DisplayName("This installation");
    private static final String PLAN = "operator";

    private final Tenants tenants;
    private final InstalledKeys keys;
    private final Operators operators;

    Installation(Tenants tenants, InstalledKeys keys, Operators operators) {
        this.tenants = tenants;
        this.keys = keys;
        this.operators = operators;
    }

    /** Makes a key the operator's. */
    Uni<Void> install(ApiKeyText operatorKey) {
        return tenants.ensure(Tenant.INSTALLATION, NAME, PLAN)
                .chain(own -> keys.replace(own.id(), OPERATOR_KEY, Scopes.of(Scope.OPERATOR), operatorKey));
    }

    /**
     * Makes a user who is the operator, unless it is there. Fails with {@link ConfigurationException} where a user of a tenant
     * has the address.
     */
    Uni<Void> install(Email email, Password password) {
        return tenants.ensure(Tenant.INSTALLATION, NAME, PLAN)
                .chain(() -> operators.ensure(email, password))
                .invoke(there -> require(
                        there, "FRONTDESK_OPERATOR_EMAIL is the address of a user of a tenant; name another one"))
                .replaceWithVoid();
    }

    /**
     * Founds the first tenant and gives it keys with all scopes of a tenant. A key that the tenant has revoked or rotated does
     * not come back. Fails with {@link ConfigurationException} where a key that still works has the {@code fd_<id>} of another
     * one here: it would go on working, and whoever changed the secret would not know.
     */
    Uni<Void> install(DisplayName tenantName, String plan, List<ApiKeyText> apiKeys) {
        Uni<Void> done = tenants.ensure(FIRST_TENANT, tenantName, plan).replaceWithVoid();
        for (ApiKeyText key : apiKeys) {
            done = done.chain(() -> adopt(key));
        }
        return done;
    }

    private Uni<Void> adopt(ApiKeyText key) {
        return keys.adopt(FIRST_TENANT, Scopes.of(Scope.ADMIN), key)
                .invoke(adopted -> require(
                        adopted,
                        "API_KEYS holds " + key.prefix() + " with another secret than the key that works under this id;"
                                + " give the new key an id of its own, and revoke the old one over the API"))
                .replaceWithVoid();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new ConfigurationException(message);
        }
    }
}
