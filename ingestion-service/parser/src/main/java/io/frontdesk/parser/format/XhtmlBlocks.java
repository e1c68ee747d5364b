package io.frontdesk.parser.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns XHTML, as Tika's parsers write it, into blocks. Text between two block elements is one block, whatever the
 * elements are called; a table within a table's cell is that cell's text. A summary is the heading of its details, and a
 * term that asks the heading of its description.
 */
class XhtmlBlocks extends DefaultHandler {

    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "meter",
            "output",
            "picture",
            "q",
            "ruby",
            "s",
            "samp",
            "small",
            "source",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "#comment");

    private final BlockSink sink;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Boolean> listsOrdered = new ArrayDeque<>();
    private final List<String> cells = new ArrayList<>();
    private boolean inBody;
    private boolean itemBegins;
    private final Deque<Integer> levelsAround = new ArrayDeque<>();
    private int headingLevel;
    private int levelAbove;
    private boolean inTerm;
    private int preformatted;
    private int tables;
    private int heads;
    private int dataCells;
    private boolean inCell;

    XhtmlBlocks(BlockSink sink) {
        this.sink = sink;
    }

    @Override
    public void startElement(String uri, String element, String name, Attributes attributes) {
        if (INLINE.contains(element)) {
            return;
        }
        if (element.equals("br")) {
            text.append('\n');
            return;
        }
        endOfBlock();
        switch (element) {
            case "body" -> inBody = true;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headingLevel = element.charAt(1) - '0';
            case "details" -> levelsAround.push(levelAbove);
            case "summary" -> headingLevel = levelAbove + 1;
            case "dt" -> inTerm = true;
            case "ol" -> listsOrdered.push(true);
            case "ul", "menu" -> listsOrdered.push(false);
            case "li" -> itemBegins = true;
            case "pre" -> preformatted++;
            case "table" -> tables++;
            case "thead" -> heads++;
            case "tr" -> startRow();
            case "td", "th" -> startCell(element);
            default -> {} // a boundary, and nothing more
        }
    }

    @Override
    public void endElement(String uri, String element, String name) {
        if (INLINE.contains(element) || element.equals("br")) {
            return;
        }
        switch (element) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> endHeading();
            case "summary" -> endSummary();
            case "dt" -> endTerm();
            case "pre" -> endPreformatted();
            case "td", "th" -> endCell();
            default -> endOfBlock();
        }
        switch (element) {
            case "details" -> levelAbove = levelsAround.isEmpty() ? levelAbove : levelsAround.pop();
            case "ol", "ul", "menu" -> listsOrdered.poll();
            case "li" -> itemBegins = false;
            case "table" -> tables--;
            case "thead" -> heads--;
            case "tr" -> endRow();
            default -> {} // a boundary, and nothing more
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inBody) {
            text.append(chars, start, length);
        }
    }

    @Override
    public void endDocument() {
        endOfBlock();
    }

    private void endOfBlock() {
        if (preformatted > 0) {
            text.append('\n');
        } else if (inCell || inTerm || headingLevel > 0) {
            text.append(' ');
        } else {
            emitText();
        }
    }

    private void emitText() {
        var block = takeText();
        if (block.isBlank()) {
            return;
        }
        if (itemBegins) {
            sink.listItem(block, Boolean.TRUE.equals(listsOrdered.peek()), listsOrdered.size());
            itemBegins = false;
        } else {
            paragraph(block);
        }
    }

    /** Text that no element says more about. */
    void paragraph(String block) {
        sink.paragraph(block);
    }

    /** A row of an outermost table. */
    void row(List<String> row, boolean header) {
        sink.tableRow(row, header);
    }

    private void endHeading() {
        if (headingLevel == 0 || inCell || preformatted > 0) {
            endOfBlock();
        } else {
            sink.heading(headingLevel, takeText());
            levelAbove = headingLevel;
        }
        headingLevel = 0;
    }

    /** Where a heading stands in the summary, that is it. */
    private void endSummary() {
        if (headingLevel > 0) {
            endHeading();
        } else {
            endOfBlock();
        }
        itemBegins = false;
    }

    private void endTerm() {
        inTerm = false;
        if (!inCell && preformatted == 0 && text.toString().strip().endsWith("?")) {
            sink.heading(levelAbove + 1, takeText());
        } else {
            endOfBlock();
        }
    }

    private void endPreformatted() {
        preformatted--;
        if (preformatted == 0 && !inCell && headingLevel == 0) {
            sink.code(takeText());
            itemBegins = false;
        } else {
            endOfBlock();
        }
    }

    private void startRow() {
        if (tables == 1) {
            cells.clear();
            dataCells = 0;
        }
    }

    private void startCell(String element) {
        if (tables == 1) {
            inCell = true;
            dataCells += element.equals("td") ? 1 : 0;
        }
    }

    private void endCell() {
        if (tables == 1 && inCell) {
            cells.add(takeText());
            inCell = false;
        } else {
            endOfBlock();
        }
    }

    private void endRow() {
        if (tables == 1) {
            row(cells, heads > 0 || dataCells == 0);
        }
    }

    private String takeText() {
        var taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
