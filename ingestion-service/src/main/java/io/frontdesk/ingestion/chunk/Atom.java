package io.frontdesk.ingestion.chunk;

import org.jspecify.annotations.Nullable;

/**
 * What is not cut any further: a sentence, a list item, a row, some lines of code.
 *
 * @param kind what it is part of
 * @param lead what stands between it and what comes before it in a chunk
 * @param group atoms of one list or table share a number; sentences have none and stand at 0
 * @param header the header row of its table, where it has one and this is not it
 */
record Atom(
        Kind kind,
        String text,
        String lead,
        int group,
        @Nullable String header,
        @Nullable Integer page,
        int size) {
    enum Kind {
        SENTENCE,
        ITEM,
        ROW,
        CODE
    }

    static Atom of(Kind kind, String text, String lead, int group, @Nullable String header, @Nullable Integer page) {
        return new Atom(kind, text, lead, group, header, page, TextSize.of(text));
    }

    boolean isSentence() {
        return kind == Kind.SENTENCE;
    }
}
