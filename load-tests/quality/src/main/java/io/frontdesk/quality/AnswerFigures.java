package io.frontdesk.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How well answers cite the documents of their questions, and what is refused.
 *
 * @param answered share of the set's own questions that are answered
 * @param cited share of these answers that cite the question's document, among up to three
 * @param first share of these answers whose first citation it is
 * @param sure mean confidence of answers that cite it; not a number where there is none
 * @param unsure mean confidence of answers that do not; not a number where there is none
 * @param refused share of foreign questions that are refused
 */
record AnswerFigures(double answered, double cited, double first, double sure, double unsure, double refused) {
    private static final double LEAST_CITED = 0.8;
    private static final double LEAST_REFUSED = 0.8;

    /** @param own to each entry's question, in the order of the entries */
    static AnswerFigures of(List<Reply> own, List<Reply> foreign) {
        List<Integer> answers = IntStream.range(0, own.size())
                .filter(entry -> own.get(entry).isAnswer())
                .boxed()
                .toList();
        Predicate<Integer> right = entry -> own.get(entry).cited().contains(entry);
        return new AnswerFigures(
                share(own, Reply::isAnswer),
                share(answers, right),
                share(answers, entry -> own.get(entry).cited().getFirst().equals(entry)),
                confidence(own, answers, right),
                confidence(own, answers, right.negate()),
                share(foreign, reply -> !reply.isAnswer()));
    }

    boolean suffice() {
        return cited >= LEAST_CITED && refused >= LEAST_REFUSED;
    }

    static String[] head(String name) {
        return new String[] {name, "answered", "cited", "first", "sure", "unsure", "refused"};
    }

    String[] line(String name) {
        return new String[] {
            name, shown(answered), shown(cited), shown(first), shown(sure), shown(unsure), shown(refused)
        };
    }

    private static double confidence(List<Reply> replies, List<Integer> answers, Predicate<Integer> which) {
        return answers.stream()
                .filter(which)
                .mapToDouble(entry -> replies.get(entry).confidence())
                .average()
                .orElse(Double.NaN);
    }

    private static <T> double share(List<T> all, Predicate<T> which) {
        return all.stream().mapToInt(one -> which.test(one) ? 1 : 0).average().orElse(0);
    }

    private static String shown(double figure) {
        return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.3f", figure);
    }
}
