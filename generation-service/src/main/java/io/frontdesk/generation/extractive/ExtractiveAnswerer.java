package io.frontdesk.generation.extractive;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.extractive.Selection.Rated;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Answers questions by quoting. Without state; takes one to three milliseconds. */
public final class ExtractiveAnswerer {
    /**
     * From which assurance on there is an answer. Of what is foreign to the documents 4 to 9 % reaches it; of what they hold
     * in other words than the question's two thirds, and nearly all that stands under a heading that asks it.
     */
    private static final double ANSWERS = 0.46;

    /** What is taken from the best relevance where many documents are found equally well: then none of them was meant. */
    private static final double CROWDED = 0.5;

    /** What is taken, as a share, from the confidence where another document answers as well. */
    private static final double RIVALLED = 0.3;

    /** A document that answers half as well is no rival. */
    private static final double NO_RIVAL = 0.5;

    /**
     * What the passages say to a question.
     *
     * @param passages best first
     */
    public ExtractiveAnswer answer(String question, List<Passage> passages) {
        Question read = Question.of(question);
        if (read.terms().isEmpty() || passages.isEmpty()) {
            return new ExtractiveAnswer.NotHeld();
        }
        Standing standing = Standing.of(passages);
        List<Rated> rated = rate(read, passages, standing);
        double assurance = rated.isEmpty() ? 0 : rated.getFirst().relevance() - CROWDED * standing.crowd();
        if (assurance < ANSWERS) {
            return new ExtractiveAnswer.NotHeld();
        }
        double confidence = Math.min(1, assurance) * (1 - RIVALLED * rivalry(rated, passages));
        return new ExtractiveAnswer.Found(Selection.of(read.asked(), rated), confidence);
    }

    private static List<Rated> rate(Question question, List<Passage> passages, Standing standing) {
        Relevance relevance = new Relevance(question, passages, standing);
        return IntStream.range(0, passages.size())
                .boxed()
                .flatMap(i -> UnitSplitter.split(i, passages.get(i)).stream())
                .map(unit -> new Rated(unit, relevance.of(unit)))
                .sorted(Comparator.comparingDouble(Rated::relevance).reversed())
                .toList();
    }

    /** From 0, no other document comes near, to 1, another answers as well as the best. */
    private static double rivalry(List<Rated> rated, List<Passage> passages) {
        Rated best = rated.getFirst();
        UUID document = passages.get(best.unit().passage()).documentId();
        double other = rated.stream()
                .filter(r -> !passages.get(r.unit().passage()).documentId().equals(document))
                .mapToDouble(Rated::relevance)
                .findFirst()
                .orElse(0);
        return Math.max(0, (other / best.relevance() - NO_RIVAL) / (1 - NO_RIVAL));
    }
}
