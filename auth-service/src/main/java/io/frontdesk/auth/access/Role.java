package io.frontdesk.auth.access;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a user is within a tenant. */
public enum Role {
    /** Runs the tenant. */
    OWNER(Scopes.of(Scope.ADMIN)),
    /** Answers the tenant's customers. */
    AGENT(Scopes.of(
            Scope.CHAT, Scope.SEARCH, Scope.DOCUMENTS_READ, Scope.TICKETS_READ, Scope.TICKETS_WRITE, Scope.ANALYTICS)),
    /** Looks on. */
    VIEWER(Scopes.of(Scope.SEARCH, Scope.DOCUMENTS_READ, Scope.TICKETS_READ, Scope.ANALYTICS)),
    /** Runs the installation. Only the installation's own tenant has operators. */
    OPERATOR(Scopes.of(Scope.OPERATOR));

    private final Scopes scopes;

    Role(Scopes scopes) {
        this.scopes = scopes;
    }

    public Scopes scopes() {
        return scopes;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a wire name.
     *
     * @throws InvalidField where it is none
     */
    public static Role parse(@Nullable String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidField("role", "must be owner, agent or viewer"));
    }
}
