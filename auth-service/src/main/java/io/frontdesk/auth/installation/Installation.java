package io.frontdesk.auth.installation;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.auth.keys.ApiKeys;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The operator's place among the tenants: a tenant of its own, with the key that the environment names. */
@ApplicationScoped
public class Installation {
    /** The tenant to which the operator's credentials belong. */
    public static final UUID TENANT = Tenant.INSTALLATION;

    /** The operator's key: one id, so that another key in the environment replaces the one before. */
    private static final UUID OPERATOR_KEY = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private static final DisplayName NAME = new DisplayName("This installation");
    private static final String PLAN = "operator";

    private final Tenants tenants;
    private final ApiKeys keys;

    Installation(Tenants tenants, ApiKeys keys) {
        this.tenants = tenants;
        this.keys = keys;
    }

    /** Makes a key the operator's. */
    Uni<Void> install(ApiKeyText operatorKey) {
        return tenants.ensure(TENANT, NAME, PLAN)
                .map(Tenant::id)
                .chain(id ->
                        keys.install(id, OPERATOR_KEY, "From the environment", Scopes.of(Scope.OPERATOR), operatorKey));
    }
}
