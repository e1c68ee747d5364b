package io.frontdesk.parser.format;

import io.frontdesk.parser.detect.Charsets;
import io.frontdesk.parser.protocol.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** EPUB 2 and 3: the chapters in the order of the spine, each read as HTML; the table of contents is left out. */
public final class EpubReader implements FormatReader {

    private static final String CONTAINER = "META-INF/container.xml";
    private static final String ENCRYPTION = "META-INF/encryption.xml";

    /** Elements that XML may close at once and HTML may not: all that follows would stand within them. */
    private static final Pattern SELF_CLOSED = Pattern.compile(
            "<((?:title|script|style|iframe|textarea|a|p|div|span|td|th|li|h[1-6]|em|i|b|strong|sup|sub)\\b)([^<>]*)/>",
            Pattern.CASE_INSENSITIVE);

    private final Charsets charsets;
    private final HtmlReader html;

    public EpubReader(Charsets charsets, HtmlReader html) {
        this.charsets = charsets;
        this.html = html;
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        try (var parts = new ZipParts(document)) {
            var container = new EpubContainer();
            parts.parse(CONTAINER, container);
            var book = new EpubPackage(container.packagePath(), sink);
            parts.parse(container.packagePath(), book);
            var encrypted = parts.has(ENCRYPTION) ? new String(parts.bytes(ENCRYPTION), StandardCharsets.UTF_8) : "";
            for (String chapter : book.chapters()) {
                if (encrypted.contains('"' + chapter + '"')) {
                    throw new ParseFailure(FailureReason.ENCRYPTED, "The book is protected against copying.");
                }
                if (parts.has(chapter)) {
                    html.readFragment(asHtml(charsets.decode(parts.bytes(chapter))), sink);
                }
            }
        }
    }

    private static String asHtml(String xhtml) {
        return SELF_CLOSED.matcher(xhtml).replaceAll("<$1$2></$1>");
    }
}
