package io.frontdesk.parser.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Where in the archive the book's package document is. */
final class EpubContainer extends DefaultHandler {

    private @Nullable String packagePath;

    /** The first of them: a second one would be another rendition of the same book. */
    String packagePath() throws IOException {
        if (packagePath == null) {
            throw new IOException("the container names no package document");
        }
        return packagePath;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (localName.equals("rootfile") && packagePath == null) {
            packagePath = attributes.getValue("full-path");
        }
    }
}
