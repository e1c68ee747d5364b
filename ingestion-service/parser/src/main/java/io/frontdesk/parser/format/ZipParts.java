package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.FailureReason;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The parts of a document that is a ZIP archive, each unpacked when it is asked for. */
final class ZipParts implements AutoCloseable {

    /** What a part may have as a whole; a chapter of a book is far below. */
    private static final int MAX_PART_BYTES = 32 * 1024 * 1024;

    private final ZipFile zip;

    ZipParts(byte[] document) throws IOException {
        this.zip = ZipFile.builder().setByteArray(document).get();
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The whole part. */
    byte[] bytes(String name) throws IOException {
        try (var in = open(name)) {
            byte[] bytes = in.readNBytes(MAX_PART_BYTES + 1);
            if (bytes.length > MAX_PART_BYTES) {
                throw new ParseFailure(FailureReason.TOO_LARGE, "A part of the document unfolds beyond all measure.");
            }
            return bytes;
        }
    }

    /** Reads a part that is XML as a stream. Document types, and so entities, are refused. */
    void parse(String name, DefaultHandler handler) throws IOException {
        try (var in = open(name)) {
            secureXml().newSAXParser().parse(in, handler);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream open(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException("a part is missing");
        }
        return zip.getInputStream(entry);
    }

    private static SAXParserFactory secureXml() throws SAXException, ParserConfigurationException {
        var factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }
}
