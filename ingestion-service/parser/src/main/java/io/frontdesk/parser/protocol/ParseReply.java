package io.frontdesk.parser.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a parse ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ParseReply.Parsed.class, name = "parsed"),
    @JsonSubTypes.Type(value = ParseReply.Failed.class, name = "failed")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ParseReply {

    /** The id of the request. */
    String id();

    /**
     * The document was read; a {@link ParsedDocument} follows.
     *
     * @param contentType what the document really is
     * @param title as the document itself says, or its first heading of level 1
     * @param language as the document itself says, a BCP 47 tag
     */
    record Parsed(
            @JsonProperty("id") String id,
            @JsonProperty("content_type") String contentType,
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("language") @Nullable String language)
            implements ParseReply {

        public Parsed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(contentType, "content_type");
        }
    }

    /**
     * The document cannot be read, now or later; nothing follows.
     *
     * @param message for the person who sent the document; never text from an exception
     * @param contentType what the document really is, as far as that was found out
     */
    record Failed(
            @JsonProperty("id") String id,
            @JsonProperty("reason") FailureReason reason,
            @JsonProperty("message") String message,
            @JsonProperty("content_type") @Nullable String contentType)
            implements ParseReply {

        public Failed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
        }
    }
}
