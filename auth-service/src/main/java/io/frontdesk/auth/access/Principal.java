package io.frontdesk.auth.access;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a valid credential stands for.
 *
 * @param subject {@code user:<id>}, {@code key:<id>}, {@code visitor:<name>}, {@code service:<client id>} or
 *     {@code oidc:<identity provider id>:<sub>}
 * @param scopes with all that they imply
 * @param labels the document labels that it may see
 * @param validUntil when the credential itself expires, if ever
 * @param epochs what the credential rests on, as in {@link TenantState}, with its present epoch
 * @param sessionId of a user
 */
public record Principal(
        UUID tenantId,
        String subject,
        String plan,
        Scopes scopes,
        List<String> labels,
        Optional<Instant> validUntil,
        Map<String, Long> epochs,
        Optional<UUID> sessionId) {
    private static final String KEY = "key:";

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
                Labels.NONE,
                Optional.empty(),
                Map.of(TenantState.epochOfUser(userId), epoch));
    }

    public static Principal key(
            UUID tenantId,
            UUID keyId,
            String plan,
            Scopes scopes,
            Labels labels,
            Optional<Instant> validUntil,
            long epoch) {
        return ofTenant(
                tenantId, KEY + keyId, plan, scopes, labels, validUntil, Map.of(TenantState.epochOfKey(keyId), epoch));
    }

    /** A service of the suite that works for a tenant. */
    public static Principal service(UUID tenantId, String clientId, String plan, Scopes scopes, List<String> labels) {
        return new Principal(
                tenantId, "service:" + clientId, plan, scopes, labels, Optional.empty(), Map.of(), Optional.empty());
    }

    /** The API key that it is, if it is one. */
    public Optional<UUID> key() {
        return keyOf(subject);
    }

    /** The API key that a subject names, if it names one. */
    public static Optional<UUID> keyOf(String subject) {
        return subject.startsWith(KEY)
                ? Optional.of(UUID.fromString(subject.substring(KEY.length())))
                : Optional.empty();
    }

    /** The same user, in a session that has not ended. */
    public Principal in(UUID session) {
        Map<String, Long> both = new HashMap<>(epochs);
        both.put(TenantState.epochOfSession(session), 0L);
        return new Principal(tenantId, subject, plan, scopes, labels, validUntil, both, Optional.of(session));
    }

    /** A customer of the tenant, for whom this key speaks: may ask, and counts no longer than the key. */
    public Principal visitor(String name, List<String> visible) {
        return new Principal(
                tenantId, "visitor:" + name, plan, Scopes.of(Scope.CHAT), visible, validUntil, epochs, sessionId);
    }

    /** The same, by a credential that expires then, or with what it rests on where that is earlier. */
    public Principal until(Instant end) {
        return new Principal(tenantId, subject, plan, scopes, labels, Optional.of(end(end)), epochs, sessionId);
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
            Labels labels,
            Optional<Instant> validUntil,
            Map<String, Long> epochs) {
        return new Principal(
                tenantId,
                subject,
                plan,
                scopes.expanded(),
                scopes.labels(labels),
                validUntil,
                epochs,
                Optional.empty());
    }
}
