package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.contracts.documents.Recrawl;
import io.frontdesk.ingestion.blob.Content;
import io.frontdesk.ingestion.documents.Description;
import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.ingestion.web.WantedPage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody hands in, checked.
 *
 * @param externalId the publisher's own id; the document's where there is none
 * @param moment when it became what it is
 * @param page that holds its content, where it does not bring it
 */
record Submission(
        UUID tenantId,
        @Nullable String externalId,
        Description description,
        Lane lane,
        Moment moment,
        Content content,
        @Nullable WantedPage page) {
    Submission {
        Description.check("external_id", externalId, 512);
        description.check();
    }

    /** A document as JSON. */
    static Submission from(UUID tenantId, DocumentIntake intake) {
        var description = Description.of(intake, null, intake.contentType());
        Lane lane = Lane.named(intake.priority());
        Moment moment = Moment.arrival(intake.version());
        WantedPage page = page(intake);
        return page == null
                ? new Submission(tenantId, intake.externalId(), description, lane, moment, content(intake), null)
                : new Submission(
                        tenantId, externalId(intake, page), description, lane, moment, Content.of(new byte[0]), page);
    }

    private static @Nullable WantedPage page(DocumentIntake intake) {
        if (intake.text() == null && intake.contentBase64() == null && intake.url() != null) {
            Duration recrawl = intake.recrawl() == null ? null : Recrawl.parse(intake.recrawl());
            return WantedPage.of("url", intake.url(), recrawl);
        }
        if (intake.recrawl() != null) {
            throw new InvalidField("recrawl", "belongs to a document that is fetched from its url");
        }
        return null;
    }

    /** The same page is the same document, whoever does not say otherwise. */
    private static @Nullable String externalId(DocumentIntake intake, WantedPage page) {
        return intake.externalId() == null && page.url().length() <= 512 ? page.url() : intake.externalId();
    }

    /** As it comes over Kafka, where the record says these. */
    Submission with(Lane otherLane, Moment otherMoment) {
        return new Submission(tenantId, externalId, description, otherLane, otherMoment, content, page);
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
            throw new InvalidField("text", "must be given, or content_base64, or the url of a page");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("content_base64", "is not base64");
        }
    }
}
