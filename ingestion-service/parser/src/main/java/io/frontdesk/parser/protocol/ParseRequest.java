package io.frontdesk.parser.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one document to be parsed; the document's bytes follow.
 *
 * @param id chosen by the client, comes back in the reply
 * @param fileName as the document was called, a hint about its type
 * @param contentType as it was declared, a hint about its type; what the bytes say comes first
 * @param maxOutputChars most characters of text that the parsed document may have
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParseRequest(
        @JsonProperty("id") String id,
        @JsonProperty("file_name") @Nullable String fileName,
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("max_output_chars") int maxOutputChars) {

    public ParseRequest {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("id is missing");
        }
        if (maxOutputChars <= 0) {
            throw new IllegalArgumentException("max_output_chars must be positive, and is " + maxOutputChars);
        }
    }
}
