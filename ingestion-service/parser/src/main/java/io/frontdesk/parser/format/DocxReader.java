package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.FailureReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipInputStreamZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** DOCX through POI, which knows a list's level and kind where Tika's XHTML has them as text only. */
public final class DocxReader implements FormatReader {

    /** Beyond this, the XML of one part does not fit into the parser's heap as objects. */
    private static final long MAX_PART_BYTES = 100L * 1024 * 1024;

    /** Larger parts are mostly pictures, which nobody reads here: they wait on disk. */
    private static final int MAX_PART_IN_MEMORY = 4 * 1024 * 1024;

    /** Sets POI's guards, which it has once for a process. */
    public DocxReader() {
        ZipSecureFile.setMaxEntrySize(MAX_PART_BYTES);
        ZipInputStreamZipEntrySource.setThresholdBytesForTempFiles(MAX_PART_IN_MEMORY);
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        try (var docx = new XWPFDocument(OPCPackage.open(new ByteArrayInputStream(document)))) {
            var properties = docx.getPackage().getPackageProperties();
            sink.title(properties.getTitleProperty().orElse(null));
            sink.language(properties.getLanguageProperty().orElse(null));
            new DocxBlocks(docx, sink).readAll();
        } catch (InvalidFormatException | POIXMLException | IOException e) {
            if (isBomb(e)) {
                throw new ParseFailure(FailureReason.TOO_LARGE, "The document unfolds beyond all measure.", e);
            }
            throw new IOException(e);
        }
    }

    /** POI has no type for this, only a message that begins with these words. */
    private static boolean isBomb(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().startsWith("Zip bomb detected")) {
                return true;
            }
        }
        return false;
    }
}
