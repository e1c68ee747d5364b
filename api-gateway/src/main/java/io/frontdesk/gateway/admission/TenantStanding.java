package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.exact.Basis;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * How a tenant stands, as far as a grant rests on it (see {@link TenantState}).
 *
 * @param settingsVersion of the settings that the auth-service keeps
 * @param basis of answers that are given again, where it is known
 * @param epochs by name; what is absent has never been changed
 */
public record TenantStanding(
        UUID tenant,
        Optional<String> status,
        Optional<String> plan,
        OptionalLong settingsVersion,
        Optional<Basis> basis,
        Map<String, Long> epochs) {
    /** What becomes of a grant. */
    public enum Verdict {
        /** It may be used. */
        HOLDS,
        /** The credential has to be exchanged again: something that the grant rests on has changed since. */
        OUTDATED,
        /** The tenant may do nothing at present. */
        SUSPENDED
    }

    public TenantStanding {
        epochs = Map.copyOf(epochs);
    }

    /** Where nothing can be read: what was granted goes on until it expires. */
    static TenantStanding unknown(UUID tenant) {
        return new TenantStanding(
                tenant, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty(), Map.of());
    }

    /**
     * The verdict over a grant of this tenant.
     *
     * @throws IllegalArgumentException where it is another's
     */
    public Verdict of(TokenGrant grant) {
        if (!grant.tenantId().equals(tenant)) {
            throw new IllegalArgumentException("the standing of another tenant");
        }
        if (status.filter(TenantStanding::isSuspension).isPresent()) {
            return Verdict.SUSPENDED;
        }
        boolean planChanged =
                plan.filter(current -> !current.equals(grant.plan())).isPresent();
        boolean limitsChanged = settingsVersion.isPresent()
                && settingsVersion.getAsLong() > grant.limits().settingsVersion();
        return planChanged || limitsChanged || isRaised(grant.epochs()) ? Verdict.OUTDATED : Verdict.HOLDS;
    }

    private static boolean isSuspension(String status) {
        return status.equals(TenantState.SUSPENDED) || status.equals(TenantState.DELETED);
    }

    private boolean isRaised(Map<String, Long> granted) {
        return granted.entrySet().stream()
                .anyMatch(epoch -> epochs.getOrDefault(epoch.getKey(), 0L) > epoch.getValue());
    }
}
