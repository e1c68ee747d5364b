package io.frontdesk.parser.format;

import java.util.List;

/**
 * The rows of a sheet, which does not say where its table begins: the first row with more than one filled cell is the
 * header, and what stands alone above it is a paragraph.
 */
final class SheetRows {

    private final BlockSink sink;
    private boolean begun;

    SheetRows(BlockSink sink) {
        this.sink = sink;
    }

    /** What follows is another sheet; its name, unless it is blank, is a heading. */
    void startSheet(String name) {
        sink.heading(1, name);
        begun = false;
    }

    void row(List<String> cells) {
        var filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        if (begun) {
            sink.tableRow(cells, false);
        } else if (filled.size() > 1) {
            sink.tableRow(cells, true);
            begun = true;
        } else {
            filled.forEach(sink::paragraph);
        }
    }
}
