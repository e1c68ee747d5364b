package io.frontdesk.gateway.cache;

import io.frontdesk.contracts.InvalidField;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Questions that will be asked of one tenant.
 *
 * @param questions as in {@link WarmingQuestions}
 */
public record QuestionsOfTenant(
        @Schema(required = true) UUID tenantId,
        @Schema(required = true) List<String> questions) {
    public QuestionsOfTenant {
        if (tenantId == null) {
            throw new InvalidField("tenant_id", "must be given");
        }
        questions = WarmingQuestions.checked(questions);
    }
}
