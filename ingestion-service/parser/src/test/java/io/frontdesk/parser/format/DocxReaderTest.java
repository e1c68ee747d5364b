package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.bullet;
import static io.frontdesk.parser.format.Blocks.headerRow;
import static io.frontdesk.parser.format.Blocks.heading;
import static io.frontdesk.parser.format.Blocks.numbered;
import static io.frontdesk.parser.format.Blocks.read;
import static io.frontdesk.parser.format.Blocks.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.TestDocuments;
import io.frontdesk.parser.protocol.Block;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class DocxReaderTest {

    private final DocxReader reader = new DocxReader();
    private final XWPFDocument document = new XWPFDocument();

    @BeforeEach
    void stylesOfAGermanWord() {
        add(newStyle("berschrift2", "heading 2"));
        var based = newStyle("Eigene", "House heading");
        based.addNewBasedOn().setVal("berschrift2");
        add(based);
        add(newStyle("Verzeichnis1", "toc 1"));
    }

    @Test
    void knowsHeadingsByTheirStyleInAnyLanguage() throws IOException {
        paragraph("Contents 3").setStyle("Verzeichnis1");
        paragraph("Returns").setStyle("berschrift2");
        paragraph("Refunds").setStyle("Eigene");
        paragraph("Text.");

        assertThat(blocks()).containsExactly(heading(2, "Returns"), heading(2, "Refunds"), Blocks.paragraph("Text."));
    }

    @Test
    void knowsListsTheirKindAndDepth() throws IOException {
        var bullets = numbering(1, STNumberFormat.BULLET);
        var numbers = numbering(2, STNumberFormat.DECIMAL);
        var deeper = newStyle("Liste2", "List Bullet 2");
        deeper.addNewPPr().addNewNumPr().addNewNumId().setVal(bullets);
        add(deeper);
        item("Pack it", bullets, 0);
        item("Box", numbers, 1);
        paragraph("Tape").setStyle("Liste2");

        assertThat(blocks()).containsExactly(bullet(1, "Pack it"), numbered(2, "Box"), bullet(2, "Tape"));
    }

    @Test
    void keepsTablesAndTheirHeader() throws IOException {
        XWPFTable table = document.createTable(2, 2);
        table.getRow(0).setRepeatHeader(true);
        table.getRow(0).getCell(0).setText("Product");
        table.getRow(0).getCell(1).setText("Days");
        table.getRow(1).getCell(0).setText("Laptop");
        table.getRow(1).getCell(1).setText("30");
        table.getRow(1).getCell(1).addParagraph().createRun().setText("working days");

        assertThat(blocks()).containsExactly(headerRow("Product", "Days"), row("Laptop", "30 working days"));
    }

    @Test
    void leavesOutHiddenTextAndPageHeaders() throws IOException {
        document.createHeader(HeaderFooterType.DEFAULT)
                .createParagraph()
                .createRun()
                .setText("HEADER");
        var seen = paragraph("Seen");
        var hidden = seen.createRun();
        hidden.setVanish(true);
        hidden.setText("HIDDEN");

        assertThat(blocks()).containsExactly(Blocks.paragraph("Seen"));
    }

    @Test
    void knowsItsTitle() throws IOException {
        paragraph("Text.");
        document.getProperties().getCoreProperties().setTitle("Business customers");

        assertThat(read(reader, TestDocuments.bytes(document)).title()).hasValue("Business customers");
    }

    private List<Block> blocks() throws IOException {
        return read(reader, TestDocuments.bytes(document)).blocks();
    }

    private XWPFParagraph paragraph(String text) {
        var paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private void item(String text, BigInteger numbering, int level) {
        var paragraph = paragraph(text);
        paragraph.setNumID(numbering);
        paragraph.setNumILvl(BigInteger.valueOf(level));
    }

    private BigInteger numbering(int id, STNumberFormat.Enum format) {
        var kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(id));
        for (int level = 0; level < 2; level++) {
            var ofLevel = kind.addNewLvl();
            ofLevel.setIlvl(BigInteger.valueOf(level));
            ofLevel.addNewNumFmt().setVal(format);
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }

    private static CTStyle newStyle(String id, String name) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        return style;
    }

    private void add(CTStyle style) {
        var styles = document.createStyles();
        styles.addStyle(new XWPFStyle(style, styles));
    }
}
