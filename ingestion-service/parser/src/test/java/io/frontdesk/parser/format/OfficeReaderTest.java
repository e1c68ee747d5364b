package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.bullet;
import static io.frontdesk.parser.format.Blocks.headerRow;
import static io.frontdesk.parser.format.Blocks.heading;
import static io.frontdesk.parser.format.Blocks.numbered;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static io.frontdesk.parser.format.Blocks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.parser.TestDocuments;
import io.frontdesk.parser.protocol.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.junit.jupiter.api.Test;

class OfficeReaderTest {

    private final FormatReader old = OfficeReader.ofDocuments(new OfficeParser());
    private final FormatReader xlsx = OfficeReader.ofDocuments(new OOXMLParser());
    private final FormatReader rtf = OfficeReader.ofDocuments(new RTFParser());

    @Test
    void readsSheetsAsTheyAreShown() throws IOException {
        for (Workbook workbook : new Workbook[] {new XSSFWorkbook(), new HSSFWorkbook()}) {
            prices(workbook);

            var blocks = Blocks.read(workbook instanceof HSSFWorkbook ? old : xlsx, bytes(workbook))
                    .blocks();

            assertThat(blocks)
                    .containsExactly(
                            heading(1, "Prices"),
                            paragraph("Prices of May"),
                            headerRow("Product", "Off", "Until"),
                            row("Ink", "25%", "2026-05-31"),
                            heading(1, "Notes"),
                            headerRow("Who", "What"));
        }
    }

    @Test
    void endsALargeSheetAtTheOutputLimitAndNotWithTheMemory() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook(100)) {
            var sheet = workbook.createSheet();
            for (int i = 0; i < 20_000; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue(i);
                row.createCell(1).setCellValue(i * 7L);
            }
            workbook.write(bytes);
        }

        assertThatThrownBy(() -> xlsx.read(bytes.toByteArray(), Blocks.sink(5_000)))
                .isInstanceOfSatisfying(ParseFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(FailureReason.TOO_LARGE));
    }

    @Test
    void readsRichText() throws IOException {
        assertThat(Blocks.blocks(
                        rtf, "{\\rtf1\\ansi{\\info{\\title Terms}}Within \\b 30\\b0  days.\\par Gr\\'fc\\'dfe\\par}"))
                .containsExactly(paragraph("Within 30 days."), paragraph("Grüße"));
    }

    @Test
    void readsOldWordDocumentsWithoutPageHeaders() throws IOException {
        assertThat(Blocks.read(old, TestDocuments.ofTika("testWORD_various.doc"))
                        .blocks())
                .contains(
                        bullet(1, "Bullet 1"),
                        numbered(1, "Number bullet 1"),
                        row("Row 1 Col 1", "Row 1 Col 2", "Row 1 Col 3"))
                .doesNotContain(paragraph("This is the header text."), paragraph("This is the footer text."));
        assertThat(Blocks.read(old, TestDocuments.ofTika("testWORD.doc")).blocks())
                .contains(heading(1, "Main Heading"), heading(3, "Heading Level 3"));
    }

    @Test
    void takesABoldFirstRowForAHeader() throws IOException {
        assertThat(Blocks.read(old, TestDocuments.ofTika("testException2.doc")).blocks())
                .contains(headerRow("Current Loop # ( )", "Length ( )", "Balance Mass ( )", "Net Force F - FI=0 ( )"));
    }

    @Test
    void readsDrawingsAndPublications() throws IOException {
        assertThat(Blocks.read(old, TestDocuments.ofTika("testVISIO.vsd")).blocks())
                .contains(paragraph("Some random text, on a page"));
        assertThat(Blocks.read(old, TestDocuments.ofTika("testPUBLISHER.pub")).blocks())
                .isNotEmpty();
    }

    private static void prices(Workbook workbook) {
        var sheet = workbook.createSheet("Prices");
        sheet.createRow(0).createCell(0).setCellValue("Prices of May");
        var header = sheet.createRow(1);
        header.createCell(0).setCellValue("Product");
        header.createCell(1).setCellValue("Off");
        header.createCell(2).setCellValue("Until");
        var row = sheet.createRow(2);
        row.createCell(0).setCellValue("Ink");
        row.createCell(1).setCellValue(0.25);
        row.getCell(1).setCellStyle(style(workbook, "0%"));
        row.createCell(2).setCellValue(LocalDate.of(2026, 5, 31));
        row.getCell(2).setCellStyle(style(workbook, "yyyy-mm-dd"));
        var notes = workbook.createSheet("Notes").createRow(0);
        notes.createCell(0).setCellValue("Who");
        notes.createCell(1).setCellValue("What");
    }

    private static CellStyle style(Workbook workbook, String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        workbook.close();
        return bytes.toByteArray();
    }
}
