package io.frontdesk.ingestion.chunk;

import io.frontdesk.ingestion.chunk.Measure.Sized;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands under one heading, as atoms; its lists are numbered and its rows know their header. */
final class Section {
    static final String SAME_PARAGRAPH = " ";
    static final String NEXT_LINE = "\n";
    static final String NEXT_PARAGRAPH = "\n\n";

    private final Sentences sentences;
    private final Measure measure;
    private final int budget;
    private final List<Atom> atoms = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int group = Atom.NO_GROUP;
    private @Nullable Table table;

    /** A section whose chunks hold no more tokens than the budget. */
    Section(Sentences sentences, Measure measure, int budget) {
        this.sentences = sentences;
        this.measure = measure;
        this.budget = budget;
    }

    List<Atom> atoms() {
        endTable();
        return List.copyOf(atoms);
    }

    void paragraph(String text, @Nullable Integer page) {
        endTable();
        add(Atom.Kind.SENTENCE, sentences.of(text, budget / 2), NEXT_PARAGRAPH, Atom.NO_GROUP, page);
    }

    void item(String text, boolean ordered, int depth, @Nullable Integer page) {
        endTable();
        if (last() != Atom.Kind.ITEM) {
            group++;
            numbers.clear();
        }
        String marker = ordered ? number(depth) + ". " : "- ";
        String item = "  ".repeat(Math.max(0, depth - 1)) + marker + text;
        String lead = last() == Atom.Kind.ITEM ? NEXT_LINE : NEXT_PARAGRAPH;
        add(Atom.Kind.ITEM, whole(item), lead, group, page);
    }

    void row(List<String> cells, boolean header, @Nullable Integer page) {
        if (table == null || (header && table.hasRows())) {
            endTable();
            table = new Table(sentences, measure, budget, ++group);
        }
        if (header) {
            table.header(cells, page);
        } else {
            atoms.addAll(table.row(cells, page));
        }
    }

    void code(String text, @Nullable Integer page) {
        endTable();
        group++;
        String lead = NEXT_PARAGRAPH;
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            for (Sized part : whole(line)) {
                atoms.add(new Atom(Atom.Kind.CODE, part, lead, group, null, page));
                lead = NEXT_LINE;
            }
        }
    }

    /** The text in one piece where that leaves room for others in a chunk, else its sentences. */
    private List<Sized> whole(String text) {
        Sized measured = measure.sized(text);
        return measured.size() <= budget / 2 ? List.of(measured) : sentences.of(text, budget / 2);
    }

    private void add(Atom.Kind kind, List<Sized> parts, String lead, int group, @Nullable Integer page) {
        String before = lead;
        for (Sized part : parts) {
            atoms.add(new Atom(kind, part, before, group, null, page));
            before = SAME_PARAGRAPH;
        }
    }

    private void endTable() {
        if (table != null) {
            atoms.addAll(table.end());
            table = null;
        }
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
