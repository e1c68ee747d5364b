package io.frontdesk.contracts.documents;

import io.frontdesk.contracts.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody hands in: the value of a record on {@code frontdesk.documents.*}, and the JSON body of
 * {@code POST /v1/documents}. Either {@code text} or {@code contentBase64} holds it, or else it is fetched from {@code url}.
 *
 * @param externalId the publisher's own id, up to 512 characters: the same one again replaces the document
 * @param contentType media type; recognised from the content where absent
 * @param url where customers can read it; cited with it. Where there is no content, it is fetched from there
 * @param acl labels that a caller must all have to see it
 * @param priority {@code high}, {@code normal} or {@code low}; over Kafka the topic says it
 * @param version the publisher's own number, from 0, rising with each change of the document: an older one that arrives late
 *     changes nothing, and a deletion with it wins over all up to it. Without it, changes are in the order of {@code ce_time},
 *     else of the Kafka record's timestamp, else of arrival
 * @param recrawl after what time, of ISO 8601 as {@code P1D}, a document that was fetched is to be looked at again; never where
 *     absent
 */
public record DocumentIntake(
        @Nullable String externalId,
        @Nullable String title,
        @Nullable String contentType,
        @Nullable String url,
        @Nullable String text,
        @Nullable String contentBase64,
        @Nullable Map<String, String> metadata,
        @Nullable List<String> acl,
        @Nullable String priority,
        @Nullable Long version,
        @Nullable String recrawl) {
    /** {@code ce_type} of a document to take in, or to replace. */
    public static final String UPSERTED = "io.frontdesk.document.upserted.v1";

    /** {@code ce_type} of a document to forget; only {@code external_id} and {@code version} are read. */
    public static final String DELETED = "io.frontdesk.document.deleted.v1";

    private static final Set<String> PRIORITIES = Set.of("high", "normal", "low");

    public DocumentIntake {
        if (externalId != null && (externalId.isBlank() || externalId.length() > 512)) {
            throw new InvalidField("external_id", "must have 1 to 512 characters");
        }
        if (title != null && title.length() > 1_000) {
            throw new InvalidField("title", "must have at most 1,000 characters, has " + title.length());
        }
        if (url != null && !url.startsWith("https://") && !url.startsWith("http://")) {
            throw new InvalidField("url", "must be an http or https address");
        }
        if (text != null && contentBase64 != null) {
            throw new InvalidField("content_base64", "must be absent where text is given");
        }
        if (priority != null && !PRIORITIES.contains(priority)) {
            throw new InvalidField("priority", "must be high, normal or low");
        }
        if (version != null && version < 0) {
            throw new InvalidField("version", "must not be negative, is " + version);
        }
        if (recrawl != null) {
            Recrawl.parse(recrawl);
        }
        metadata = metadata == null ? Map.of() : Map.copyOf(metadata);
        acl = acl == null ? List.of() : List.copyOf(acl);
    }
}
