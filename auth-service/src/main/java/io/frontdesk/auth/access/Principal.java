package io.frontdesk.auth.access;

import io.frontdesk.contracts.TenantState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a valid credential stands for.
 *
 * @param subject {@code user:<id>}, {@code key:<id>} or {@code service:<client id>}
 * @param scopes with all that they imply
 * @param labels the document labels that it may see
 * @param validUntil when the credential itself expires, if ever
 * @param epochs what the credential rests on, as in {@link TenantState}, with its present epoch
 */
public record Principal(
        UUID tenantId,
        String subject,
        String plan,
        Scopes scopes,
        List<String> labels,
        Optional<Instant> validUntil,
        Map<String, Long> epochs) {
    public Principal {
        labels = List.copyOf(labels);
        epochs = Map.copyOf(epochs);
    }

    public static Principal user(UUID tenantId, UUID userId, String plan, Role role, long epoch) {
        return ofTenant(
                tenantId,
                "user:" + userId,
                plan,
                role.scopes(),
                Optional.empty(),
                Map.of(TenantState.epochOfUser(userId), epoch));
    }

    public static Principal key(
            UUID tenantId, UUID keyId, String plan, Scopes scopes, Optional<Instant> validUntil, long epoch) {
        return ofTenant(
                tenantId, "key:" + keyId, plan, scopes, validUntil, Map.of(TenantState.epochOfKey(keyId), epoch));
    }

    /** A service of the suite that works for a tenant. */
    public static Principal service(UUID tenantId, String clientId, String plan, Scopes scopes, List<String> labels) {
        return new Principal(tenantId, "service:" + clientId, plan, scopes, labels, Optional.empty(), Map.of());
    }

    /** The same, by a credential that expires then. */
    public Principal until(Instant end) {
        return new Principal(tenantId, subject, plan, scopes, labels, Optional.of(end), epochs);
    }

    /** When a token for this principal ends: at its own end, or with the credential where that is earlier. */
    public Instant end(Instant ownEnd) {
        return validUntil.filter(ownEnd::isAfter).orElse(ownEnd);
    }

    private static Principal ofTenant(
            UUID tenantId,
            String subject,
            String plan,
            Scopes scopes,
            Optional<Instant> validUntil,
            Map<String, Long> epochs) {
        return new Principal(tenantId, subject, plan, scopes.expanded(), scopes.labels(), validUntil, epochs);
    }
}
