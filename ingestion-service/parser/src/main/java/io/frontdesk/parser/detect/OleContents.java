package io.frontdesk.parser.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.mime.MediaType;

/** Tells a DOCX that was given a password, which is then no ZIP archive, from old Office documents. */
final class OleContents {

    private static final MediaType CONTAINER = MediaType.application("x-tika-msoffice");
    private static final String ENCRYPTED_PACKAGE = "EncryptedPackage";

    private OleContents() {}

    /** Whether this type says too little, because others are built on it. */
    static boolean isContainer(MediaType type) {
        return CONTAINER.equals(type);
    }

    /** {@link TypeDetector#PROTECTED_OFFICE}, or empty when it is another document, or broken. */
    static Optional<MediaType> type(byte[] container) {
        try (var ole = new POIFSFileSystem(new ByteArrayInputStream(container))) {
            return ole.getRoot().hasEntryCaseInsensitive(ENCRYPTED_PACKAGE)
                    ? Optional.of(TypeDetector.PROTECTED_OFFICE)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
