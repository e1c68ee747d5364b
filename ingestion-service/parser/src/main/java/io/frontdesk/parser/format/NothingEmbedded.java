package io.frontdesk.parser.format;

import java.io.InputStream;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.xml.sax.ContentHandler;

/** Leaves alone what a page carries in {@code data:} URIs, and the pictures and objects of an Office document. */
final class NothingEmbedded implements EmbeddedDocumentExtractor {

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return false;
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler out, Metadata metadata, boolean outputHtml) {
        // Some parsers hand over without asking first.
    }
}
