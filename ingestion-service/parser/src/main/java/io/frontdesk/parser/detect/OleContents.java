package io.frontdesk.parser.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.mime.MediaType;

/** Tells the documents of the old Office from one another, and from newer ones that were given a password. */
final class OleContents {

    private static final byte[] MAGIC = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private OleContents() {}

    /** Whether these bytes are a container of this kind. */
    static boolean isContainer(byte[] document) {
        return document.length > MAGIC.length && Arrays.mismatch(document, MAGIC) == MAGIC.length;
    }

    /** The type of the document in the container; empty when the container is broken. */
    static Optional<MediaType> type(byte[] container) {
        try (var ole = new POIFSFileSystem(new ByteArrayInputStream(container))) {
            var root = ole.getRoot();
            return Optional.of(POIFSContainerDetector.detect(root.getEntryNames(), root));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
