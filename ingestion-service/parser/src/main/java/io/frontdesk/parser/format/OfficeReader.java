package io.frontdesk.parser.format;

import java.io.IOException;
import java.util.Locale;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.SAXException;

/**
 * Formats that one of Tika's Microsoft parsers turns into XHTML. Sheets come as a stream of rows, so that the output
 * limit ends a large one. Page headers and footers are left out; so is what is embedded, but for what a mail has attached.
 */
public final class OfficeReader implements FormatReader {

    private final Parser parser;
    private final boolean mails;

    private OfficeReader(Parser parser, boolean mails) {
        this.parser = parser;
        this.mails = mails;
    }

    public static OfficeReader ofDocuments(Parser parser) {
        return new OfficeReader(parser, false);
    }

    /** Reads mails with their attachments; the subject is the first heading. */
    public static OfficeReader ofMails(Parser parser) {
        return new OfficeReader(parser, true);
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        var metadata = new Metadata();
        try (var in = TikaInputStream.get(document)) {
            var blocks = new OfficeXhtml(sink, () -> mails ? metadata.get(TikaCoreProperties.TITLE) : null);
            parser.parse(
                    in, blocks, metadata, context(mails ? new MailAttachments(sink, blocks) : new NothingEmbedded()));
        } catch (SAXException | TikaException | RuntimeException e) {
            throw PoiFailures.of(e);
        }
        sink.title(metadata.get(TikaCoreProperties.TITLE));
        sink.language(metadata.get(TikaCoreProperties.LANGUAGE));
    }

    private static ParseContext context(EmbeddedDocumentExtractor embedded) {
        var config = new OfficeParserConfig();
        config.setIncludeHeadersAndFooters(false);
        config.setWriteSelectHeadersInBody(false);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, embedded);
        context.set(Locale.class, Locale.US); // dates read the same on every machine
        return context;
    }
}
