package io.frontdesk.parser.format;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** A document's title and language, where its XML says them in the terms of Dublin Core; the first of each. */
class DublinCore extends DefaultHandler {

    private static final String NAMESPACE = "http://purl.org/dc/elements/1.1/";
    private static final int MAX_CHARS = 1_000;

    private final BlockSink sink;
    private final StringBuilder text = new StringBuilder();
    private boolean hasTitle;
    private boolean hasLanguage;

    DublinCore(BlockSink sink) {
        this.sink = sink;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        text.setLength(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        text.append(chars, start, Math.min(length, Math.max(0, MAX_CHARS - text.length())));
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (!uri.equals(NAMESPACE)) {
            return;
        }
        if (localName.equals("title") && !hasTitle) {
            sink.title(text.toString());
            hasTitle = true;
        } else if (localName.equals("language") && !hasLanguage) {
            sink.language(text.toString());
            hasLanguage = true;
        }
    }
}
