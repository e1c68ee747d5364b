package io.frontdesk.quality;

import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Publishes question sets to the running suite, asks their questions, and prints how well they are found by plain BM25, by
 * each leg of the search and by both, and how well they are answered. Ends with 1 where the judged sets miss what they have
 * to reach; {@code all} tries the other sets too.
 */
public final class Quality {
    private static final int FOREIGN = 100;

    private static final Map<String, Double> AMONG_TEN = Map.of("perlfaq", 0.90, "debian-faq", 0.86);

    private Quality() {}

    public static void main(String[] arguments) {
        try {
            var workspace = Workspace.local(Workspace.findRoot());
            var sources = new Sources(workspace);
            List<QuestionSet> sets = new ArrayList<>(sources.judged());
            if (List.of(arguments).contains("all")) {
                sets.addAll(sources.others());
            }
            String operator = Optional.ofNullable(System.getenv("FRONTDESK_OPERATOR_KEY"))
                    .orElseGet(() -> "fd_operator_" + workspace.secrets().get("OPERATOR_SECRET"));
            var addresses = Addresses.of(System.getenv());
            List<String> missed = sets.stream()
                    .flatMap(set -> measure(set, foreignTo(set, sources.judged()), addresses, operator).stream())
                    .toList();
            missed.forEach(miss -> System.out.println("MISSED  " + miss));
            System.exit(missed.isEmpty() ? 0 : 1);
        } catch (Failure failure) {
            System.err.println("quality: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** Questions that the set does not hold: of the first other one that is judged. */
    private static List<String> foreignTo(QuestionSet set, List<QuestionSet> judged) {
        return judged.stream()
                .filter(other -> !other.name().equals(set.name()))
                .findFirst()
                .orElseThrow()
                .questions(FOREIGN);
    }

    private static List<String> measure(QuestionSet set, List<String> foreign, Addresses addresses, String operator) {
        var answers = PublishedSet.publish(set, PublishedSet.Form.ANSWERS, addresses, operator);
        var pages = PublishedSet.publish(set, PublishedSet.Form.PAGES, addresses, operator);
        List<String> missed = new ArrayList<>(found(set, answers));
        missed.addAll(answered(set, foreign, pages, answers));
        return AMONG_TEN.containsKey(set.name()) ? missed : List.of();
    }

    private static List<String> answered(
            QuestionSet set, List<String> foreign, PublishedSet pages, PublishedSet answers) {
        var whole = AnswerFigures.of(pages.replies(set.questions()), pages.replies(foreign));
        var harder = AnswerFigures.of(answers.replies(set.questions()), answers.replies(foreign));
        var table = new Table(AnswerFigures.head(set.name() + ", answers"));
        table.add(whole.line("as published"));
        table.add(harder.line("without the questions"));
        System.out.printf("%s%n%n", table);
        return whole.suffice() && harder.suffice()
                ? List.of()
                : List.of(set.name() + ": too few answers cite the right document, or refuse what is foreign");
    }

    private static List<String> found(QuestionSet set, PublishedSet published) {
        var bm25 = new Bm25(set.answers());
        Figures plain = Figures.of(IntStream.range(0, set.entries().size())
                .mapToObj(entry ->
                        Figures.place(entry, bm25.rank(set.entries().get(entry).question()).stream()))
                .toList());
        Figures words = published.figures("words");
        Figures meaning = published.figures("meaning");
        Figures hybrid = published.figures(null);
        var table = new Table(Figures.head(
                "%s (%d questions)".formatted(set.name(), set.entries().size())));
        table.add(plain.line("plain BM25"));
        table.add(words.line("full text alone"));
        table.add(meaning.line("vector alone"));
        table.add(hybrid.line("hybrid"));
        System.out.printf("%s%n%n", table);
        return misses(set, hybrid, plain, words, meaning);
    }

    private static List<String> misses(QuestionSet set, Figures hybrid, Figures plain, Figures words, Figures meaning) {
        List<String> missed = new ArrayList<>();
        Map.of("plain BM25", plain, "full text alone", words, "vector alone", meaning)
                .forEach((name, other) -> {
                    if (!hybrid.beats(other)) {
                        missed.add("%s: hybrid does not beat %s by every figure".formatted(set.name(), name));
                    }
                });
        double least = AMONG_TEN.getOrDefault(set.name(), 0.0);
        if (hybrid.amongTen() < least) {
            missed.add("%s: hit@10 is below %.2f".formatted(set.name(), least));
        }
        return missed;
    }
}
