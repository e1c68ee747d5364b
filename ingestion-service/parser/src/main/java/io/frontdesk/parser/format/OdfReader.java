package io.frontdesk.parser.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.xml.sax.helpers.DefaultHandler;

/** OpenDocument (ISO/IEC 26300): texts, sheets and slides, read as a stream. */
public final class OdfReader implements FormatReader {

    private static final String MANIFEST = "META-INF/manifest.xml";

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        try (var parts = new ZipParts(document)) {
            requireReadable(parts);
            var body = new OdfBody(sink);
            readIfPresent(parts, "styles.xml", new OdfStyles(body.lists()));
            parts.parse("content.xml", body);
            readIfPresent(parts, "meta.xml", new DublinCore(sink));
        }
    }

    private static void requireReadable(ZipParts parts) throws IOException {
        if (parts.has(MANIFEST)
                && new String(parts.bytes(MANIFEST), StandardCharsets.UTF_8).contains("encryption-data")) {
            throw ParseFailure.locked(null);
        }
    }

    private static void readIfPresent(ZipParts parts, String name, DefaultHandler handler) throws IOException {
        if (parts.has(name)) {
            parts.parse(name, handler);
        }
    }
}
