package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Lane;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody hands in, checked.
 *
 * @param externalId the publisher's own id; the document's where there is none
 */
// The bytes are handed on and thrown away; nobody compares submissions.
@SuppressWarnings("ArrayRecordComponent")
record Submission(UUID tenantId, @Nullable String externalId, Description description, Lane lane, byte[] content) {
    Submission {
        refuseNull("external_id", externalId);
        refuseNull("title", description.title());
        refuseNull("file name", description.fileName());
        refuseNull("content_type", description.contentType());
        refuseNull("url", description.url());
        description.acl().forEach(label -> refuseNull("acl", label));
        description.metadata().forEach((name, value) -> refuseNull("metadata", name + value));
    }

    /** A document as JSON. */
    static Submission from(UUID tenantId, DocumentIntake intake) {
        var description = Description.of(intake, null, intake.contentType());
        return new Submission(
                tenantId, intake.externalId(), description, Lane.named(intake.priority()), content(intake));
    }

    Submission in(Lane other) {
        return new Submission(tenantId, externalId, description, other, content);
    }

    private static byte[] content(DocumentIntake intake) {
        byte[] content =
                intake.text() != null ? intake.text().getBytes(StandardCharsets.UTF_8) : decode(intake.contentBase64());
        if (content.length == 0) {
            throw new InvalidField(intake.text() != null ? "text" : "content_base64", "must not be empty");
        }
        return content;
    }

    private static byte[] decode(@Nullable String base64) {
        if (base64 == null) {
            throw new InvalidField("text", "must be given, or content_base64");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("content_base64", "is not base64");
        }
    }

    /** No database stores them as text, and nothing that people wrote holds them. */
    private static void refuseNull(String field, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new InvalidField(field, "must not hold null characters");
        }
    }
}
