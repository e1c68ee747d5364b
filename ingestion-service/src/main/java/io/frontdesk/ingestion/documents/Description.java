package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.documents.DocumentIntake;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher says about a document, beside its content.
 *
 * @param contentType as declared; what the bytes say comes first
 * @param url where customers can read it
 * @param acl labels that a caller must all have to see it
 */
public record Description(
        @Nullable String title,
        @Nullable String fileName,
        @Nullable String contentType,
        @Nullable String url,
        Map<String, String> metadata,
        List<String> acl) {
    static final Description NONE = new Description(null, null, null, null, Map.of(), List.of());

    public Description {
        metadata = Map.copyOf(metadata);
        acl = List.copyOf(acl);
    }

    /** As it comes with a document; a file brings its name, and a type of its own. */
    public static Description of(DocumentIntake intake, @Nullable String fileName, @Nullable String contentType) {
        return new Description(
                intake.title(),
                fileName,
                contentType,
                intake.url(),
                Objects.requireNonNullElse(intake.metadata(), Map.of()),
                Objects.requireNonNullElse(intake.acl(), List.of()));
    }
}
