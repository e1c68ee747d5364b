package io.frontdesk.parser.detect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.tika.mime.MediaType;

/**
 * Tells documents that are ZIP archives from other archives by the one entry that says so: {@code mimetype} in
 * OpenDocument and EPUB, {@code [Content_Types].xml} in Office Open XML, where the name of the main part is free.
 */
final class ZipContents {

    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    private static final int MAX_MIMETYPE_BYTES = 256;
    private static final int MAX_CONTENT_TYPES_BYTES = 4 * 1024 * 1024;

    private static final Pattern MAIN_PART =
            Pattern.compile("ContentType\\s*=\\s*[\"']application/(vnd\\.[\\w.-]+?)\\.main(?:\\+xml)?[\"']");
    private static final String XPS_PART = "application/vnd.ms-package.xps-fixeddocumentsequence+xml";
    private static final MediaType XPS = MediaType.application("vnd.ms-xpsdocument");

    private ZipContents() {}

    /** Whether these bytes are an archive. */
    static boolean isArchive(byte[] document) {
        return document.length > MAGIC.length && Arrays.mismatch(document, MAGIC) == MAGIC.length;
    }

    /** The type of the document that this archive is, plain ZIP when it is another archive; empty when it is broken. */
    static Optional<MediaType> type(byte[] archive) {
        try (var zip = ZipFile.builder().setByteArray(archive).get()) {
            var mimetype =
                    MediaType.parse(text(zip, "mimetype", MAX_MIMETYPE_BYTES).strip());
            if (mimetype != null) {
                return Optional.of(mimetype);
            }
            return Optional.of(officeType(text(zip, "[Content_Types].xml", MAX_CONTENT_TYPES_BYTES)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static MediaType officeType(String contentTypes) {
        var main = MAIN_PART.matcher(contentTypes);
        if (main.find()) {
            return MediaType.application(documentType(main.group(1).toLowerCase(Locale.ROOT)));
        }
        return contentTypes.contains(XPS_PART) ? XPS : MediaType.APPLICATION_ZIP;
    }

    /** Documents with macros are called otherwise than their main part. */
    private static String documentType(String part) {
        var type =
                part.endsWith("macroenabledtemplate") ? part.substring(0, part.length() - "template".length()) : part;
        return type.endsWith("macroenabled") ? type + ".12" : type;
    }

    private static String text(ZipFile zip, String name, int maxBytes) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(maxBytes), StandardCharsets.UTF_8);
        }
    }
}
