package io.frontdesk.ingestion.chunk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under one heading, as atoms; its lists are numbered and its rows know their header. */
final class Section {
    private static final String SAME_PARAGRAPH = " ";
    private static final String NEXT_LINE = "\n";
    private static final String NEXT_PARAGRAPH = "\n\n";

    private final Sentences sentences;
    private final int budget;
    private final List<Atom> atoms = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int group;
    private @Nullable String header;

    Section(Sentences sentences, int budget) {
        this.sentences = sentences;
        this.budget = budget;
    }

    List<Atom> atoms() {
        return List.copyOf(atoms);
    }

    void paragraph(String text, @Nullable Integer page) {
        addAll(Atom.Kind.SENTENCE, text, NEXT_PARAGRAPH, 0, page);
    }

    void item(String text, boolean ordered, int depth, @Nullable Integer page) {
        if (last() != Atom.Kind.ITEM) {
            group++;
            numbers.clear();
        }
        String marker = ordered ? number(depth) + ". " : "- ";
        addAll(Atom.Kind.ITEM, "  ".repeat(Math.max(0, depth - 1)) + marker + text, NEXT_LINE, group, page);
    }

    void row(List<String> cells, boolean isHeader, @Nullable Integer page) {
        if (last() != Atom.Kind.ROW || isHeader) {
            group++;
            header = null;
        }
        String text = String.join(" | ", cells);
        addAll(Atom.Kind.ROW, text, NEXT_LINE, group, page);
        // A header that leaves too little room for rows is not worth repeating.
        if (isHeader && TextSize.of(text) <= budget / 4) {
            header = text;
        }
    }

    void code(String text, @Nullable Integer page) {
        group++;
        String lead = NEXT_PARAGRAPH;
        for (String line : text.lines().toList()) {
            boolean whole = TextSize.of(line) <= budget / 2;
            for (String part : whole ? List.of(line) : sentences.of(line, budget / 2)) {
                if (!part.isBlank()) {
                    atoms.add(Atom.of(Atom.Kind.CODE, part, lead, group, null, page));
                    lead = NEXT_LINE;
                }
            }
        }
    }

    private void addAll(Atom.Kind kind, String text, String lead, int group, @Nullable Integer page) {
        boolean whole = kind != Atom.Kind.SENTENCE && TextSize.of(text) <= budget / 2;
        String before = atoms.isEmpty() || last() == kind ? lead : NEXT_PARAGRAPH;
        for (String part : whole ? List.of(text) : sentences.of(text, budget / 2)) {
            atoms.add(Atom.of(kind, part, before, group, header(kind), page));
            before = SAME_PARAGRAPH;
        }
    }

    private @Nullable String header(Atom.Kind kind) {
        return kind == Atom.Kind.ROW ? header : null;
    }

    private Atom.@Nullable Kind last() {
        return atoms.isEmpty() ? null : atoms.getLast().kind();
    }

    private int number(int depth) {
        while (numbers.size() > depth) {
            numbers.removeLast();
        }
        while (numbers.size() < depth) {
            numbers.add(0);
        }
        return numbers.set(depth - 1, numbers.get(depth - 1) + 1) + 1;
    }
}
