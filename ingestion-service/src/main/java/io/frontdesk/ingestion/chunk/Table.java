package io.frontdesk.ingestion.chunk;

import io.frontdesk.ingestion.chunk.Measure.Sized;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one table as atoms. Each knows the header rows; one that must be cut has its label, the first cell, in each part. */
final class Table {
    private static final String CELLS = " | ";

    private final Sentences sentences;
    private final Measure measure;
    private final int budget;
    private final int group;
    private final List<String> headers = new ArrayList<>();
    private @Nullable Integer headerPage;
    private @Nullable Sized header;
    private boolean hasRows;

    Table(Sentences sentences, Measure measure, int budget, int group) {
        this.sentences = sentences;
        this.measure = measure;
        this.budget = budget;
        this.group = group;
    }

    boolean hasRows() {
        return hasRows;
    }

    void header(List<String> cells, @Nullable Integer page) {
        headerPage = headers.isEmpty() ? page : headerPage;
        headers.add(String.join(CELLS, cells));
    }

    List<Atom> row(List<String> cells, @Nullable Integer page) {
        List<Atom> atoms = new ArrayList<>();
        if (!hasRows) {
            atoms.addAll(begin());
        }
        cut(cells).forEach(part -> atoms.add(atom(part, page, header)));
        return atoms;
    }

    /** The header rows of a table that has no others. */
    List<Atom> end() {
        return hasRows ? List.of() : headersAsRows();
    }

    /** A header that leaves too little room for rows is not repeated, and stands once, as rows. */
    private List<Atom> begin() {
        hasRows = true;
        if (headers.isEmpty()) {
            return List.of();
        }
        Sized rows = measure.sized(String.join(Section.NEXT_LINE, headers));
        if (rows.size() > budget / 2) {
            return headersAsRows();
        }
        header = rows;
        return List.of();
    }

    private List<Atom> headersAsRows() {
        return headers.stream()
                .flatMap(row -> sentences.of(row, budget / 2).stream())
                .map(part -> atom(part, headerPage, null))
                .toList();
    }

    private Atom atom(Sized part, @Nullable Integer page, @Nullable Sized header) {
        return new Atom(Atom.Kind.ROW, part, Section.NEXT_LINE, group, header, page);
    }

    private List<Sized> cut(List<String> cells) {
        int room = budget - (header == null ? 0 : header.size());
        Sized row = measure.sized(String.join(CELLS, cells));
        if (row.size() <= room) {
            return List.of(row);
        }
        Sized label = measure.sized(cells.getFirst() + CELLS);
        if (cells.size() == 1 || cells.getFirst().isEmpty() || label.size() > room / 4) {
            return sentences.of(row.text(), room / 2);
        }
        String rest = String.join(CELLS, cells.subList(1, cells.size()));
        return sentences.of(rest, room / 2 - label.size()).stream()
                .map(part -> new Sized(label.text() + part.text(), label.size() + part.size()))
                .toList();
    }
}
