package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Text;
import io.frontdesk.contracts.documents.DocumentIntake;
import java.util.List;
import java.util.Locale;
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
    private static final int MAX_METADATA = 16_384;

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

    /**
     * What is said about a document is kept in rows and sent along with every batch of it.
     *
     * @throws InvalidField where it is too long for that, or cannot be stored as text
     */
    public void check() {
        check("title", title, 1_000);
        check("file", fileName, 255);
        check("content_type", contentType, 255);
        check("url", url, 2_048);
        check("acl", String.join(",", acl), 4_096);
        metadata.forEach((name, value) -> check("metadata", name + value, MAX_METADATA));
        int size = metadata.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (size > MAX_METADATA) {
            throw new InvalidField(
                    "metadata", String.format(Locale.ROOT, "must have at most %,d characters", MAX_METADATA));
        }
    }

    /** As one field of it is checked. */
    public static void check(String field, @Nullable String text, int maxLength) {
        if (text == null) {
            return;
        }
        if (text.length() > maxLength) {
            throw new InvalidField(field, String.format(Locale.ROOT, "must have at most %,d characters", maxLength));
        }
        Text.requireKeepable(field, text);
    }
}
