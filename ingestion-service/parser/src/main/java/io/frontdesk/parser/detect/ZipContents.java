package io.frontdesk.parser.detect;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.tika.mime.MediaType;

/** Tells Office documents from other ZIP archives by what is in them, from the directory alone: nothing is unpacked. */
final class ZipContents {

    private static final Set<MediaType> CONTAINERS =
            Set.of(MediaType.APPLICATION_ZIP, MediaType.application("x-tika-ooxml"));

    private static final Map<String, MediaType> MAIN_PARTS = Map.of(
            "word/document.xml", TypeDetector.DOCX,
            "xl/workbook.xml", MediaType.application("vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "ppt/presentation.xml",
                    MediaType.application("vnd.openxmlformats-officedocument.presentationml.presentation"));

    private ZipContents() {}

    /** Whether this type says too little, because others are built on it, or may come from the name alone. */
    static boolean isContainer(MediaType type) {
        return CONTAINERS.contains(type) || MAIN_PARTS.containsValue(type);
    }

    /** The type of the Office document in this archive; empty when it is another archive, or broken. */
    static Optional<MediaType> type(byte[] archive) {
        try (var zip = ZipFile.builder().setByteArray(archive).get()) {
            return MAIN_PARTS.entrySet().stream()
                    .filter(part -> zip.getEntry(part.getKey()) != null)
                    .map(Map.Entry::getValue)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
