package io.frontdesk.parser.format;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * PDF through PDFBox, for the font sizes and positions that Tika's XHTML does not carry. Only the text on the pages is
 * read: no forms (XFA among them), no scripts, no attachments, no pictures.
 */
public final class PdfReader implements FormatReader {

    /** Sets PDFBox's fonts, which it has once for a process. */
    public PdfReader() throws IOException {
        FontMappers.set(new BundledFont());
    }

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        try (var pdf = Loader.loadPDF(document)) {
            sink.title(pdf.getDocumentInformation().getTitle());
            sink.language(pdf.getDocumentCatalog().getLanguage());
            new PdfBlocks(sink).write(StrayMarkers.joined(RunningLines.without(lines(pdf, sink))));
        } catch (InvalidPasswordException e) {
            throw ParseFailure.locked(e);
        }
    }

    private static List<PdfLine> lines(PDDocument pdf, BlockSink sink) throws IOException {
        return new PdfLines(sink::requireRoom).of(pdf);
    }
}
