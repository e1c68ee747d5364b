package io.frontdesk.parser.format;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The body of an OpenDocument document. A paragraph within a paragraph, as notes and text boxes have them, belongs to the
 * outer one. Comments, deleted text, and indexes such as the table of contents are left out.
 */
final class OdfBody extends DefaultHandler {

    private static final Set<String> LEFT_OUT = Set.of(
            "office:annotation",
            "text:tracked-changes",
            "text:note-citation",
            "text:table-of-content",
            "text:alphabetical-index",
            "text:illustration-index",
            "text:table-index",
            "text:user-index",
            "text:bibliography");

    private final BlockSink sink;
    private final Map<String, BitSet> numbered = new HashMap<>();
    private final OdfStyles styles = new OdfStyles(numbered);
    private final OdfTable table;
    private final Deque<BitSet> lists = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int leftOut;
    private int paragraphs;
    private int headingLevel;
    private boolean itemBegins;
    private boolean inTitle;
    private int page;

    OdfBody(BlockSink sink) {
        this.sink = sink;
        this.table = new OdfTable(sink);
    }

    /** Of each list style by its name, the numbered levels, from 1. */
    Map<String, BitSet> lists() {
        return numbered;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        var element = OdfElement.name(uri, localName);
        if (leftOut > 0 || LEFT_OUT.contains(element)) {
            leftOut++;
            return;
        }
        styles.startElement(uri, localName, qName, attributes);
        switch (element) {
            case "office:spreadsheet" -> table.inSpreadsheet();
            case "table:table" -> table.start(OdfElement.attribute(attributes, "table", "name"));
            case "table:table-header-rows" -> table.startHeader();
            case "table:table-row" -> table.startRow();
            case "table:table-cell", "table:covered-table-cell" ->
                table.startCell(OdfElement.number(attributes, "table", "number-columns-repeated"));
            case "draw:page" -> sink.page(++page);
            case "draw:frame" ->
                inTitle = OdfElement.attribute(attributes, "presentation", "class")
                        .equals("title");
            case "text:list" -> startList(OdfElement.attribute(attributes, "text", "style-name"));
            case "text:list-item" -> itemBegins = true;
            case "text:h" -> startParagraph(OdfElement.number(attributes, "text", "outline-level"));
            case "text:p" -> startParagraph(inTitle ? 1 : 0);
            case "text:s", "text:tab" -> text.append(' ');
            case "text:line-break" -> text.append('\n');
            default -> {} // stands around text, or within it
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        switch (OdfElement.name(uri, localName)) {
            case "table:table" -> table.end();
            case "table:table-header-rows" -> table.endHeader();
            case "table:table-row" -> table.endRow();
            case "table:table-cell", "table:covered-table-cell" -> table.endCell();
            case "draw:frame" -> inTitle = false;
            case "text:list" -> lists.poll();
            case "text:list-item" -> itemBegins = false;
            case "text:h", "text:p" -> endParagraph();
            default -> {} // stands around text, or within it
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (paragraphs > 0 && leftOut == 0) {
            text.append(chars, start, length);
            sink.requireRoom(text.length());
        }
    }

    /** A list within another has the style of the outer one, unless it says otherwise. */
    private void startList(String style) {
        var outer = lists.isEmpty() ? new BitSet() : lists.getFirst();
        lists.push(numbered.getOrDefault(style, outer));
    }

    private void startParagraph(int level) {
        text.append(' ');
        if (paragraphs++ == 0) {
            headingLevel = level;
        }
    }

    private void endParagraph() {
        if (--paragraphs > 0) {
            text.append(' ');
            return;
        }
        var block = text.toString();
        text.setLength(0);
        if (table.inCell()) {
            table.append(block);
        } else if (headingLevel > 0) {
            sink.heading(headingLevel, block);
        } else if (itemBegins && !block.isBlank()) {
            sink.listItem(block, lists.getFirst().get(lists.size()), lists.size());
            itemBegins = false;
        } else {
            sink.paragraph(block);
        }
    }
}
