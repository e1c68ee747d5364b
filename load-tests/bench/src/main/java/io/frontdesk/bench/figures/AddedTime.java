package io.frontdesk.bench.figures;

import io.frontdesk.bench.load.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What stands between the reader and a language model, round by round: the answer's times less the model's own, and less those of
 * the embedding of a question. Percentiles are subtracted from percentiles of the same round.
 */
public final class AddedTime {
    private AddedTime() {}

    /** A median and a tail, in milliseconds. */
    private record Times(double p50, double p99) {
        static Times whole(Measurement measured) {
            return new Times(measured.p50Millis(), measured.p99Millis());
        }

        static Times firstWord(Measurement measured) {
            return new Times(
                    measured.firstWord().p50Millis(), measured.firstWord().p99Millis());
        }

        static Times median(List<Times> all) {
            return new Times(median(all, Times::p50), median(all, Times::p99));
        }

        private static double median(List<Times> all, ToDoubleFunction<Times> which) {
            return Spread.of(all.stream().mapToDouble(which).toArray()).median();
        }

        Times minus(Times other) {
            return new Times(p50 - other.p50, p99 - other.p99);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f", p50, p99);
        }
    }

    /** One line a round, and their median; each cell holds p50 and p99. */
    public static Table of(Series model, Series embedding, Series answers) {
        var table = new Table(
                "p50 / p99, ms",
                "model: first token",
                "answer: first token",
                "added",
                "model: whole",
                "answer: whole",
                "added",
                "embedding",
                "first token beyond it",
                "whole beyond it");
        var rounds = IntStream.range(0, answers.rounds().size())
                .mapToObj(round -> round(
                        model.rounds().get(round),
                        embedding.rounds().get(round),
                        answers.rounds().get(round)))
                .toList();
        for (int round = 0; round < rounds.size(); round++) {
            table.add(line("round " + (round + 1), rounds.get(round)));
        }
        table.add(line(
                "median",
                IntStream.range(0, rounds.getFirst().size())
                        .mapToObj(column -> Times.median(
                                rounds.stream().map(round -> round.get(column)).toList()))
                        .toList()));
        return table;
    }

    private static List<Times> round(Measurement model, Measurement embedding, Measurement answer) {
        var embedded = Times.whole(embedding);
        var first = Times.firstWord(answer).minus(Times.firstWord(model));
        var whole = Times.whole(answer).minus(Times.whole(model));
        return List.of(
                Times.firstWord(model),
                Times.firstWord(answer),
                first,
                Times.whole(model),
                Times.whole(answer),
                whole,
                embedded,
                first.minus(embedded),
                whole.minus(embedded));
    }

    private static String[] line(String name, List<Times> cells) {
        var line = new String[cells.size() + 1];
        line[0] = name;
        for (int i = 0; i < cells.size(); i++) {
            line[i + 1] = cells.get(i).toString();
        }
        return line;
    }
}
