package io.frontdesk.ingestion.dead;

import io.frontdesk.ingestion.documents.Description;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant; what is absent does not matter.
 *
 * @param code of the reason
 */
public record LetterFilter(
        @Nullable String code,
        @Nullable String stage,
        @Nullable UUID tenantId) {
    private static final int LONGEST = 200;

    public LetterFilter {
        Description.check("reason", code, LONGEST);
        Description.check("stage", stage, LONGEST);
    }
}
