package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.InvalidField;
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
        check("reason", code);
        check("stage", stage);
    }

    private static void check(String field, @Nullable String text) {
        if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
            throw new InvalidField(field, "must have at most %d characters, none of them null".formatted(LONGEST));
        }
    }
}
