package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.ingestion.blob.Content;
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
 * @param moment when it became what it is
 */
record Submission(
        UUID tenantId,
        @Nullable String externalId,
        Description description,
        Lane lane,
        Moment moment,
        Content content) {
    private static final int MAX_METADATA = 16_384;

    Submission {
        check("external_id", externalId, 512);
        check("title", description.title(), 1_000);
        check("file", description.fileName(), 255);
        check("content_type", description.contentType(), 255);
        check("url", description.url(), 2_048);
        check("acl", String.join(",", description.acl()), 4_096);
        description.metadata().forEach((name, value) -> check("metadata", name + value, MAX_METADATA));
        int metadata = description.metadata().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (metadata > MAX_METADATA) {
            throw new InvalidField("metadata", "must have at most %,d characters".formatted(MAX_METADATA));
        }
    }

    /** A document as JSON. */
    static Submission from(UUID tenantId, DocumentIntake intake) {
        var description = Description.of(intake, null, intake.contentType());
        return new Submission(
                tenantId,
                intake.externalId(),
                description,
                Lane.named(intake.priority()),
                Moment.arrival(intake.version()),
                content(intake));
    }

    /** As it comes over Kafka, where the record says these. */
    Submission with(Lane otherLane, Moment otherMoment) {
        return new Submission(tenantId, externalId, description, otherLane, otherMoment, content);
    }

    private static Content content(DocumentIntake intake) {
        byte[] content =
                intake.text() != null ? intake.text().getBytes(StandardCharsets.UTF_8) : decode(intake.contentBase64());
        if (content.length == 0) {
            throw new InvalidField(intake.text() != null ? "text" : "content_base64", "must not be empty");
        }
        return Content.of(content);
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

    /** What is said about a document is kept in rows and sent along with every batch of it. */
    private static void check(String field, @Nullable String text, int maxLength) {
        if (text != null && text.length() > maxLength) {
            throw new InvalidField(field, "must have at most %,d characters".formatted(maxLength));
        }
        // No database stores them as text, and nothing that people wrote holds them.
        if (text != null && text.indexOf('\0') >= 0) {
            throw new InvalidField(field, "must not hold null characters");
        }
    }
}
