package io.frontdesk.generation.extractive;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.text.Sentences;
import io.frontdesk.generation.text.Terms;
import io.frontdesk.generation.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Splits one passage into the pieces that can be quoted by themselves. Used once. */
final class UnitSplitter {
    /** A first sentence of so few words is a heading that runs into its paragraph. */
    private static final int LONGEST_LABEL = 5;

    private final int passage;

    /** The passage's own heading, without which the points of a list may say the contrary of what is meant. */
    private final String heading;

    private final List<Unit> units = new ArrayList<>();
    private int block;

    /** The sentence last read, which may introduce what follows. */
    private String before = "";

    private String label = "";

    private UnitSplitter(int number, Passage passage) {
        this.passage = number;
        this.heading =
                passage.headingPath().isEmpty() ? "" : passage.headingPath().getLast();
    }

    static List<Unit> split(int number, Passage passage) {
        var splitter = new UnitSplitter(number, passage);
        splitter.read(Line.of(passage.text()));
        return splitter.units;
    }

    private void read(List<Line> lines) {
        int start = 0;
        while (start < lines.size()) {
            Line.Kind kind = lines.get(start).kind();
            int end = start;
            while (end < lines.size() && belongs(lines, start, end)) {
                end++;
            }
            readBlock(kind, lines.subList(start, end).stream().map(Line::text).toList());
            start = end;
        }
    }

    /** A run of lines of one kind; blank lines between items of one list, or within code, don't part them. */
    private static boolean belongs(List<Line> lines, int start, int i) {
        Line.Kind first = lines.get(start).kind();
        Line.Kind kind = lines.get(i).kind();
        boolean mayHaveGaps = first == Line.Kind.BULLET || first == Line.Kind.STEP || first == Line.Kind.CODE;
        boolean gap = mayHaveGaps
                && kind == Line.Kind.BLANK
                && i + 1 < lines.size()
                && lines.get(i + 1).kind() == first;
        return kind == first || gap;
    }

    private void readBlock(Line.Kind kind, List<String> lines) {
        switch (kind) {
            case BLANK -> {}
            case TEXT -> readText(String.join(" ", lines));
            case ROW -> readTable(lines);
            case BULLET -> readList(lines, Unit.Shape.LIST);
            case STEP -> readList(lines, Unit.Shape.STEPS);
            case CODE -> readCode(lines);
        }
        block++;
    }

    private void readText(String text) {
        List<String> sentences = Sentences.of(text);
        label = sentences.size() > 1 && isLabel(sentences.getFirst()) ? sentences.getFirst() : "";
        for (String sentence : sentences) {
            add(shape(sentence), sentence, before);
            before = sentence;
        }
        label = "";
    }

    private Unit.Shape shape(String sentence) {
        boolean leadsOn = sentence.endsWith("?") || sentence.endsWith(":") || sentence.equals(label);
        return leadsOn ? Unit.Shape.HEADING : Unit.Shape.SENTENCE;
    }

    private static boolean isLabel(String sentence) {
        return Token.of(sentence).stream()
                        .filter(t -> t.kind() != Token.Kind.SYMBOL)
                        .count()
                <= LONGEST_LABEL;
    }

    private void readTable(List<String> rows) {
        String head = rows.getFirst();
        String intro = rows.size() == 1 ? before : before + "\n" + head;
        for (String row : rows.size() == 1 ? rows : rows.subList(1, rows.size())) {
            label = row.substring(0, Math.max(0, row.indexOf('|')));
            add(Unit.Shape.ROW, rows.size() == 1 ? row : head + "\n" + row, intro);
        }
        label = "";
        before = "";
    }

    private void readList(List<String> lines, Unit.Shape whole) {
        String intro = introduction();
        List<String> items = lines.stream().filter(line -> !line.isEmpty()).toList();
        String all = items.stream().collect(Collectors.joining("\n", intro.isEmpty() ? "" : intro + "\n", ""));
        add(whole, all, before);
        String above = intro.isEmpty() ? heading : intro;
        for (String item : items) {
            label = item.substring(0, Math.max(0, item.indexOf(':')));
            add(Unit.Shape.ITEM, above.isEmpty() ? item : above + "\n" + item, before);
        }
        label = "";
        before = "";
    }

    /** Code shows what the sentence before it says, and neither says much alone. */
    private void readCode(List<String> lines) {
        String code = String.join("\n", lines);
        boolean introduced =
                !before.isEmpty() && !units.isEmpty() && units.getLast().text().equals(before);
        if (introduced) {
            units.removeLast();
        }
        add(Unit.Shape.CODE, introduced ? before + "\n" + code : code, before);
        before = "";
    }

    /** A sentence that ends in a colon belongs to the list that it introduces, and is not quoted without it. */
    private String introduction() {
        boolean introduces = before.endsWith(":")
                && !units.isEmpty()
                && units.getLast().text().equals(before);
        if (!introduces) {
            return "";
        }
        units.removeLast();
        return before;
    }

    private void add(Unit.Shape shape, String text, String context) {
        List<Token> tokens = Token.of(text);
        units.add(new Unit(
                passage,
                block,
                units.size(),
                shape,
                text,
                tokens,
                Terms.of(tokens),
                Terms.of(label),
                Terms.of(context)));
    }
}
