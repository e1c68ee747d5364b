package io.frontdesk.parser.format;

import io.frontdesk.parser.detect.Charsets;
import io.frontdesk.parser.protocol.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.SecureContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** HTML and XHTML, both read as browsers read HTML: document types and entities of their own mean nothing. */
public final class HtmlReader implements FormatReader {

    /** Page builders nest deeply; Tika's own limit of 100 refuses real pages. */
    private static final int MAX_NESTING = 500;

    private final JSoupParser parser = new JSoupParser();
    private final Charsets charsets;

    public HtmlReader(Charsets charsets) {
        this.charsets = charsets;
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        for (var part = PageContent.Part.MAIN; part != null && sink.blocks().isEmpty(); ) {
            part = read(document, sink, part);
        }
    }

    /** Reads one part of the page; returns which to read where that held nothing, null after the last. */
    private PageContent.@Nullable Part read(byte[] document, BlockSink sink, PageContent.Part part) throws IOException {
        var metadata = new Metadata();
        var context = context();
        var charset = charsets.ofHtml(document);
        context.set(EncodingDetector.class, (in, hints) -> charset);
        try (var in = TikaInputStream.get(document)) {
            var content = new PageContent(new XhtmlBlocks(sink), part);
            var guard = new SecureContentHandler(content, in);
            guard.setMaximumDepth(MAX_NESTING);
            parse(in, guard, metadata, context);
            sink.title(metadata.get(TikaCoreProperties.TITLE));
            sink.language(metadata.get(Metadata.CONTENT_LANGUAGE));
            return content.next();
        }
    }

    /** Reads HTML that stands within another document. */
    void readFragment(String html, BlockSink sink) {
        try {
            var content = new PageContent(new XhtmlBlocks(sink), PageContent.Part.PAGE);
            parser.parseString(html, content, new Metadata(), context());
        } catch (SAXException e) {
            throw new ParseFailure(FailureReason.CORRUPT, "HTML within the document cannot be read.", e);
        }
    }

    private void parse(InputStream in, SecureContentHandler guard, Metadata metadata, ParseContext context)
            throws IOException {
        try {
            parser.parse(in, guard, metadata, context);
        } catch (SAXException | TikaException e) {
            if (isBomb(guard, e)) {
                throw new ParseFailure(FailureReason.TOO_LARGE, "The document unfolds beyond all measure.", e);
            }
            throw new IOException(e);
        }
    }

    private static boolean isBomb(SecureContentHandler guard, Exception e) {
        try {
            if (e instanceof SAXException thrown) {
                guard.throwIfCauseOf(thrown);
            }
            return false;
        } catch (TikaException bomb) {
            return true;
        }
    }

    private static ParseContext context() {
        var context = new ParseContext();
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }
}
