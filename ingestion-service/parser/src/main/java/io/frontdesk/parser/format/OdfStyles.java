package io.frontdesk.parser.format;

import java.util.BitSet;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which levels of which list styles are numbered. */
final class OdfStyles extends DefaultHandler {

    /** Of each style by its name, the numbered levels, from 1. */
    private final Map<String, BitSet> numbered;

    private BitSet current = new BitSet();

    OdfStyles(Map<String, BitSet> numbered) {
        this.numbered = numbered;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (OdfElement.name(uri, localName)) {
            case "text:list-style" -> {
                current = new BitSet();
                numbered.put(OdfElement.attribute(attributes, "style", "name"), current);
            }
            case "text:list-level-style-number" ->
                current.set(Math.clamp(OdfElement.number(attributes, "text", "level"), 1, 10));
            default -> {} // says nothing of lists
        }
    }
}
