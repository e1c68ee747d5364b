package io.frontdesk.parser.format;

import org.xml.sax.Attributes;

/** Names of OpenDocument's elements and attributes, written {@code text:p} whatever prefix a document has chosen. */
final class OdfElement {

    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String VERSION = ":1.0";

    private OdfElement() {}

    static String name(String uri, String localName) {
        return uri.startsWith(NAMESPACE) && uri.endsWith(VERSION)
                ? uri.substring(NAMESPACE.length(), uri.length() - VERSION.length()) + ":" + localName
                : localName;
    }

    /** The attribute's value; empty when it is not there. */
    static String attribute(Attributes attributes, String prefix, String localName) {
        var value = attributes.getValue(NAMESPACE + prefix + VERSION, localName);
        return value == null ? "" : value;
    }

    /** The attribute's value; 1 when it is not there, or no number. */
    static int number(Attributes attributes, String prefix, String localName) {
        try {
            return Integer.parseInt(attribute(attributes, prefix, localName));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
