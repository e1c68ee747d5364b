package io.frontdesk.generation.citations;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.search.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of an answer while a model writes it, with its references checked: one to a passage that was given becomes a
 * citation at its first mention; one to anything else is left out and counted. However the text is cut into deltas, the
 * same text and the same citations come out. Not thread-safe.
 */
public final class CitedText {
    private final List<Passage> passages;
    private final ReferenceParser parser = new ReferenceParser();
    private final StringBuilder text = new StringBuilder();

    /** What was written since the last reference; references in a row support the same. */
    private final StringBuilder claim = new StringBuilder();

    private boolean claimIsCited;
    private final Map<Integer, Citation> citations = new LinkedHashMap<>();
    private final List<Double> supports = new ArrayList<>();
    private int unknown;

    /** @param passages those that were given, the first being {@code [1]} */
    public CitedText(List<Passage> passages) {
        this.passages = List.copyOf(passages);
    }

    /** What to tell the reader after this much more text. */
    public List<AnswerEvent> feed(String delta) {
        return tell(parser.feed(delta));
    }

    /** The rest, when the text has ended. */
    public List<AnswerEvent> finish() {
        return tell(parser.finish());
    }

    /** All that was told. */
    public String text() {
        return text.toString();
    }

    /** In the order of their first mention. */
    public List<Citation> citations() {
        return List.copyOf(citations.values());
    }

    /** How well the passages support what cites them, on average; 0 where nothing is cited or every reference is unknown. */
    public double support() {
        double sum = supports.stream().mapToDouble(degree -> degree).sum();
        int references = supports.size() + unknown;
        return references == 0 ? 0 : sum / references;
    }

    /** How far the passages that are cited support all that was told. */
    public Grounding grounding() {
        return Grounding.of(text.toString(), passages, citations.keySet(), support());
    }

    private List<AnswerEvent> tell(List<Piece> pieces) {
        List<AnswerEvent> events = new ArrayList<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Text(String written) -> write(written, events);
                case Piece.Reference reference -> refer(reference, events);
            }
        }
        return events;
    }

    private void write(String written, List<AnswerEvent> events) {
        if (claimIsCited) {
            claim.setLength(0);
            claimIsCited = false;
        }
        text.append(written);
        claim.append(written);
        events.add(new AnswerEvent.Delta(written));
    }

    private void refer(Piece.Reference reference, List<AnswerEvent> events) {
        int n = reference.n();
        claimIsCited = true;
        if (n < 1 || n > passages.size()) {
            unknown++;
            return;
        }
        String mention = reference.space() + "[" + n + "]";
        text.append(mention);
        events.add(new AnswerEvent.Delta(mention));
        Passage passage = passages.get(n - 1);
        Support support = Support.of(claim.toString(), passage.text());
        supports.add(support.degree());
        if (!citations.containsKey(n)) {
            var citation = new Citation(n, passage.documentId(), passage.title(), passage.url(), support.sentence());
            citations.put(n, citation);
            events.add(new AnswerEvent.Cited(citation));
        }
    }
}
