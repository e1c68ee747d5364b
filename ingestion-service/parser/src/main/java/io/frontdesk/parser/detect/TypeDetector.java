package io.frontdesk.parser.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Finds a document's media type from its bytes, helped by its name and by what it was declared to be. */
public final class TypeDetector {

    public static final MediaType TEXT = MediaType.TEXT_PLAIN;
    public static final MediaType HTML = MediaType.TEXT_HTML;
    public static final MediaType XHTML = MediaType.application("xhtml+xml");
    public static final MediaType MARKDOWN = MediaType.text("markdown");
    public static final MediaType PDF = MediaType.application("pdf");
    public static final MediaType DOCX =
            MediaType.application("vnd.openxmlformats-officedocument.wordprocessingml.document");
    public static final MediaType CSV = MediaType.text("csv");
    public static final MediaType TSV = MediaType.text("tab-separated-values");
    public static final MediaType EPUB = MediaType.application("epub+zip");
    public static final MediaType MAIL = MediaType.parse("message/rfc822");
    public static final MediaType APPLE_MAIL = MediaType.parse("message/x-emlx");
    /** Office documents that open with a password, or where their rights are known, only. */
    public static final Set<MediaType> PROTECTED_OFFICE =
            Set.of(POIFSContainerDetector.OOXML_PROTECTED, POIFSContainerDetector.DRM_ENCRYPTED);

    /** Texts without a magic of their own: what they begin with may look like HTML, a mail or a script. */
    private static final Set<MediaType> PLAIN = Set.of(MARKDOWN, CSV, TSV);

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();
    private final TextDetector text = new TextDetector();

    /** The media type in its canonical form, without parameters; {@code application/octet-stream} when nothing fits. */
    public MediaType detect(byte[] document, @Nullable String fileName, @Nullable String contentType)
            throws IOException {
        var declared = declared(fileName, contentType);
        var isText =
                text.detect(new ByteArrayInputStream(document), new Metadata()).equals(TEXT);
        if (isText && PLAIN.contains(declared)) {
            return declared;
        }
        var detected = base(types.detect(new ByteArrayInputStream(document), hints(fileName, contentType)));
        if (ZipContents.isArchive(document)) {
            return ZipContents.type(document).map(this::base).orElse(detected);
        }
        if (OleContents.isContainer(document)) {
            return OleContents.type(document).map(this::base).orElse(detected);
        }
        // A help page that begins like a mail or a script is still the text that it was said to be.
        if (isText
                && !detected.equals(HTML)
                && !detected.equals(XHTML)
                && (declared.equals(TEXT) || declared.equals(HTML))) {
            return declared;
        }
        return detected;
    }

    private MediaType declared(@Nullable String fileName, @Nullable String contentType) throws IOException {
        return base(types.detect(null, hints(fileName, contentType)));
    }

    private MediaType base(MediaType type) {
        return registry.normalize(type.getBaseType());
    }

    private static Metadata hints(@Nullable String fileName, @Nullable String contentType) {
        var hints = new Metadata();
        if (fileName != null) {
            hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        }
        if (contentType != null) {
            hints.set(Metadata.CONTENT_TYPE, contentType);
        }
        return hints;
    }
}
