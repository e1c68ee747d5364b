package io.frontdesk.parser.format;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * XHTML as Tika writes it of Office documents: a sheet is a {@code div} with a table, a list item a paragraph with its
 * marker, and the name of a sheet or of a table in a database may be an attribute. The first row of another table is its
 * header when all of it is bold.
 */
final class OfficeXhtml extends XhtmlBlocks {

    private final BlockSink sink;
    private final SheetRows rows;
    private final Supplier<@Nullable String> title;
    private boolean begun;
    private boolean inSheet;
    private boolean firstRow;
    private boolean allBold;
    private int bold;

    /** Begins with the title as a heading, which may be known only when the body begins. */
    OfficeXhtml(BlockSink sink, Supplier<@Nullable String> title) {
        super(sink);
        this.title = title;
        this.sink = sink;
        this.rows = new SheetRows(sink);
    }

    @Override
    public void startElement(String uri, String element, String name, Attributes attributes) {
        super.startElement(uri, element, name, attributes);
        if (element.equals("body")) {
            begin();
        }
        if (attributes.getValue("name") != null && (element.equals("div") || element.equals("table"))) {
            sink.heading(1, attributes.getValue("name"));
        }
        switch (element) {
            case "div" -> {
                inSheet = isSheet(attributes);
                rows.startSheet("");
            }
            case "table" -> firstRow = true;
            case "tr" -> allBold = true;
            case "b" -> bold++;
            default -> {} // nothing that only Office has
        }
    }

    @Override
    public void endElement(String uri, String element, String name) {
        super.endElement(uri, element, name);
        bold -= element.equals("b") ? 1 : 0;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        super.characters(chars, start, length);
        allBold &= bold > 0 || new String(chars, start, length).isBlank();
    }

    /** Puts the title before all else; a document that is nothing but attachments has no body to begin. */
    void begin() {
        var heading = title.get();
        if (!begun && heading != null) {
            sink.heading(1, heading);
        }
        begun = true;
    }

    private static boolean isSheet(Attributes attributes) {
        var kind = attributes.getValue("class");
        return kind == null ? attributes.getValue("name") != null : kind.equals("sheet") || kind.equals("page");
    }

    @Override
    void paragraph(String block) {
        sink.paragraphOrItem(block.strip());
    }

    @Override
    void row(List<String> row, boolean header) {
        if (inSheet && !header) {
            rows.row(row);
        } else {
            sink.tableRow(row, header || (firstRow && allBold));
        }
        firstRow = false;
    }
}
