package io.frontdesk.contracts.documents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As {@link DeadLetterReplay}, over all tenants.
 *
 * @param tenantId the only tenant whose letters are meant
 */
public record OperatorDeadLetterReplay(
        @Nullable String reason,
        @Nullable String stage,
        @Nullable UUID tenantId,
        @Nullable Integer limit,
        @Nullable Boolean dryRun) {
    public OperatorDeadLetterReplay {
        DeadLetterReplay.checkLimit(limit);
    }
}
