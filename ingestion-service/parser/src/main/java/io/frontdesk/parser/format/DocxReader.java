package io.frontdesk.parser.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipInputStreamZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** DOCX through POI, which knows a list's level and kind where Tika's XHTML has them as text only. */
public final class DocxReader implements FormatReader {

    private static final String CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk";

    /** Beyond this, the XML of one part does not fit into the parser's heap as objects. */
    private static final long MAX_PART_BYTES = 100L * 1024 * 1024;

    /** Larger parts are mostly pictures, which nobody reads here: they wait on disk. */
    private static final int MAX_PART_IN_MEMORY = 4 * 1024 * 1024;

    /** Sets POI's guards, which it has once for a process. A ratio is none: pictures of one colour shrink to nothing. */
    public DocxReader() {
        ZipSecureFile.setMinInflateRatio(0);
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
            readChunks(docx, sink);
        } catch (InvalidFormatException | IOException | RuntimeException e) {
            throw PoiFailures.of(e);
        }
    }

    /** Whole documents that stand in for parts of the body, as converters from HTML write them. */
    private static void readChunks(XWPFDocument docx, BlockSink sink) throws IOException, InvalidFormatException {
        for (var chunk : docx.getPackagePart().getRelationshipsByType(CHUNK)) {
            if (chunk.getTargetMode() == TargetMode.INTERNAL) {
                var part = docx.getPackagePart().getRelatedPart(chunk);
                try (var in = part.getInputStream()) {
                    sink.embedded(new EmbeddedDocument(null, part.getContentType(), in.readAllBytes()), 0);
                }
            }
        }
    }
}
