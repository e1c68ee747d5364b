package io.frontdesk.parser.format;

import org.jspecify.annotations.Nullable;

/**
 * A document that stands within another: an attachment of a mail, a file of an archive.
 *
 * @param fileName as it is called there; the last part of a path is shown as a heading above its text
 * @param contentType as it was declared there, a hint
 */
// Bytes are compared by nobody: a document is read once and thrown away.
@SuppressWarnings("ArrayRecordComponent")
public record EmbeddedDocument(
        @Nullable String fileName, @Nullable String contentType, byte[] bytes) {

    /** The name without the folders that lead to it; empty when it has none. */
    String shortName() {
        return fileName == null
                ? ""
                : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    }
}
