package io.frontdesk.e2e.isolation;

import io.frontdesk.e2e.openapi.Operation;
import java.util.List;
import java.util.Map;

/** Operations that are for one kind of caller only, which no scope says: others are answered with a 403 there. */
final class BoundTo {
    /** From the end of a path to the callers that it is for; a session is a user's, and a visitor comes by a key. */
    private static final Map<String, List<Carrier.Kind>> CALLERS = Map.of(
            "/v1/auth/logout", List.of(Carrier.Kind.USER),
            "/v1/auth/password", List.of(Carrier.Kind.USER),
            "/v1/visitor-tokens", List.of(Carrier.Kind.KEY, Carrier.Kind.OPERATOR),
            "/internal/v1/tenants/{tenant}/settings/gateway", List.of(Carrier.Kind.WORKER, Carrier.Kind.OPERATOR));

    private BoundTo() {}

    /** Whether the operation lets the caller in, by its scopes and its kind. */
    static boolean admits(Operation operation, Carrier carrier) {
        return operation.admits(carrier.scopes())
                && CALLERS.entrySet().stream()
                        .filter(bound -> operation.path().endsWith(bound.getKey()))
                        .allMatch(bound -> bound.getValue().contains(carrier.kind()));
    }
}
