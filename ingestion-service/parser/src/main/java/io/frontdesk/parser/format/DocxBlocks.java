package io.frontdesk.parser.format;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Walks the body of a DOCX document. Page headers and footers, deleted and hidden text are not part of it. */
final class DocxBlocks {

    private static final Pattern LINE = Pattern.compile("\\R");
    /** A line of a table of contents: a heading, a tab, its page. */
    private static final Pattern CONTENTS_ENTRY = Pattern.compile(".*\\t\\s*\\d+\\s*");

    /** The bit of a table's look that gives the first row a style of its own. */
    private static final int FIRST_ROW = 0x0020;

    private final XWPFDocument document;
    private final DocxStyles styles;
    private final DocxLists lists;
    private final BlockSink sink;

    DocxBlocks(XWPFDocument document, BlockSink sink) {
        this.document = document;
        this.styles = new DocxStyles(document.getStyles());
        this.lists = new DocxLists(document.getNumbering(), styles);
        this.sink = sink;
    }

    void readAll() {
        for (IBodyElement element : document.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> table(table);
                case XWPFSDT control -> contentControl(control);
                default -> {} // POI knows no other that holds text
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        if (styles.isContentsEntry(paragraph)) {
            return;
        }
        var text = text(paragraph);
        int level = styles.headingLevel(paragraph);
        if (level > 0) {
            sink.heading(level, text);
        } else {
            lists.item(paragraph)
                    .ifPresentOrElse(
                            item -> sink.listItem(text, item.ordered(), item.depth()), () -> sink.paragraph(text));
        }
    }

    private void table(XWPFTable table) {
        boolean first = true;
        for (XWPFTableRow row : table.getRows()) {
            boolean header = row.isRepeatHeader() || (first && (hasHeaderStyle(table) || isBold(row)));
            sink.tableRow(row.getTableCells().stream().map(DocxBlocks::text).toList(), header);
            first = false;
        }
    }

    /** Whether the table's style sets off the first row. The plain grid says so of every table, and means nothing. */
    private static boolean hasHeaderStyle(XWPFTable table) {
        var style = table.getStyleID();
        var look = table.getCTTbl().getTblPr() == null
                ? null
                : table.getCTTbl().getTblPr().getTblLook();
        return style != null
                && !style.equals("TableGrid")
                && look != null
                && look.getVal() != null
                && (new BigInteger(1, look.getVal()).intValue() & FIRST_ROW) != 0;
    }

    private void contentControl(XWPFSDT control) {
        LINE.splitAsStream(control.getContent().getText())
                .filter(line -> !CONTENTS_ENTRY.matcher(line).matches())
                .forEach(sink::paragraph);
    }

    private static boolean isBold(XWPFTableRow row) {
        return row.getTableCells().stream()
                .flatMap(cell -> cell.getParagraphs().stream())
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .filter(run -> !run.text().isBlank())
                .allMatch(XWPFRun::isBold);
    }

    private static String text(XWPFTableCell cell) {
        var text = new StringBuilder();
        for (IBodyElement element : cell.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> text.append(text(paragraph)).append('\n');
                case XWPFTable nested -> text.append(nested.getText()).append('\n');
                default -> {} // POI knows no other that holds text
            }
        }
        return text.toString();
    }

    private static String text(XWPFParagraph paragraph) {
        var text = new StringBuilder();
        for (IRunElement run : paragraph.getIRuns()) {
            switch (run) {
                case XWPFRun words when !words.isVanish() -> text.append(words.text());
                case XWPFSDT control -> text.append(control.getContent().getText());
                default -> {} // hidden
            }
        }
        return text.toString();
    }
}
