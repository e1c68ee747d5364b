package io.frontdesk.ingestion.chunk;

import io.frontdesk.ingestion.chunk.Measure.Sized;
import org.jspecify.annotations.Nullable;

/**
 * What is not cut any further: a sentence, a list item, a row, some lines of code.
 *
 * @param kind what it is part of
 * @param lead what stands between it and what comes before it in a chunk
 * @param group atoms of one list or table share a number; sentences have none and stand at 0
 * @param header the header rows of its table, which stand in each chunk that holds rows of it
 */
record Atom(
        Kind kind,
        Sized measured,
        String lead,
        int group,
        @Nullable Sized header,
        @Nullable Integer page) {
    static final int NO_GROUP = 0;

    enum Kind {
        SENTENCE,
        ITEM,
        ROW,
        CODE
    }

    /** The header of a row's table, before the row. */
    static Atom header(Atom row, Sized header) {
        return new Atom(Kind.ROW, header, Section.NEXT_PARAGRAPH, row.group, null, row.page);
    }

    String text() {
        return measured.text();
    }

    int size() {
        return measured.size();
    }

    int headerSize() {
        return header == null ? 0 : header.size();
    }

    boolean isSentence() {
        return kind == Kind.SENTENCE;
    }

    boolean follows(Atom other) {
        return group != NO_GROUP && other.group == group;
    }
}
