package io.frontdesk.parser.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The table that is being read; one within another's cell is that cell's text. Sheets end in thousands of repeated empty
 * cells, which are kept only where a cell with text follows; a repeated row is one row.
 */
final class OdfTable {

    /** No sheet that people read has more columns. */
    private static final int MAX_COLUMNS = 1_024;

    private final BlockSink sink;
    private final SheetRows sheet;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean spreadsheet;
    private boolean inCell;
    private int depth;
    private int repeated;
    private int emptyCells;
    private int headers;

    OdfTable(BlockSink sink) {
        this.sink = sink;
        this.sheet = new SheetRows(sink);
    }

    /** From here on, a table is a sheet. */
    void inSpreadsheet() {
        spreadsheet = true;
    }

    void start(String name) {
        depth++;
        if (spreadsheet && depth == 1) {
            sheet.startSheet(name);
        }
    }

    void end() {
        depth--;
    }

    void startHeader() {
        headers++;
    }

    void endHeader() {
        headers--;
    }

    void startRow() {
        if (depth == 1) {
            cells.clear();
            emptyCells = 0;
        }
    }

    void startCell(int times) {
        if (depth == 1) {
            inCell = true;
            repeated = Math.clamp(times, 1, MAX_COLUMNS);
            cell.setLength(0);
        }
    }

    boolean inCell() {
        return inCell;
    }

    void append(String text) {
        cell.append(text).append(' ');
    }

    void endCell() {
        if (depth > 1) {
            return;
        }
        inCell = false;
        var text = cell.toString();
        if (text.isBlank()) {
            emptyCells = Math.min(MAX_COLUMNS, emptyCells + repeated);
            return;
        }
        add(emptyCells, "");
        add(repeated, text);
        emptyCells = 0;
    }

    void endRow() {
        if (depth > 1) {
            return;
        }
        if (spreadsheet) {
            sheet.row(cells);
        } else {
            add(emptyCells, "");
            sink.tableRow(cells, headers > 0);
        }
    }

    private void add(int times, String text) {
        cells.addAll(Collections.nCopies(Math.min(times, MAX_COLUMNS - cells.size()), text));
    }
}
