package io.frontdesk.generation.extractive;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.extractive.Selection.Rated;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Answers questions by quoting. Without state; takes about a millisecond. */
public final class ExtractiveAnswerer {
    /**
     * The relevance from which on a unit answers. A sentence with all words of the question in a passage about the same
     * reaches 0.8 to 1; one that shares half the words with the question in a passage of its neighbourhood stays below 0.48.
     */
    private static final double ANSWERS = 0.48;

    /**
     * The share of the question's words that must be found with the unit, however near its passage is in meaning: a
     * question about something that no passage names is not answered by the nearest subject.
     */
    private static final double NAMED = 0.5;

    /**
     * What the passages say to a question.
     *
     * @param passages best first
     */
    public ExtractiveAnswer answer(String question, List<Passage> passages) {
        Question read = Question.of(question);
        if (read.terms().isEmpty()) {
            return new ExtractiveAnswer.NotHeld();
        }
        List<Rated> rated = rate(read, passages);
        if (rated.isEmpty() || rated.getFirst().relevance() < ANSWERS) {
            return new ExtractiveAnswer.NotHeld();
        }
        double confidence = Math.min(1, rated.getFirst().relevance());
        return new ExtractiveAnswer.Found(Selection.of(read.asked(), rated), confidence);
    }

    private static List<Rated> rate(Question question, List<Passage> passages) {
        Relevance relevance = new Relevance(question, passages);
        return IntStream.range(0, passages.size())
                .boxed()
                .flatMap(i -> UnitSplitter.split(i, passages.get(i)).stream())
                .map(unit -> new Rated(unit, relevance.coverage(unit) < NAMED ? 0 : relevance.of(unit)))
                .sorted(Comparator.comparingDouble(Rated::relevance).reversed())
                .toList();
    }
}
