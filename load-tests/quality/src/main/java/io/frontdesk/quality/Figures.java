package io.frontdesk.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How well questions found their documents, over all of them.
 *
 * @param first share that found it at the first place (hit@1)
 * @param amongTen share that found it at one of the first ten (hit@10)
 * @param reciprocal mean of one through its place, 0 beyond the tenth (MRR@10)
 */
record Figures(double first, double amongTen, double reciprocal) {
    /** Of the place of the right document for each question, from 1; 0 where it was not found. */
    static Figures of(List<Integer> places) {
        return new Figures(
                mean(places, place -> place == 1 ? 1 : 0),
                mean(places, place -> place >= 1 && place <= 10 ? 1 : 0),
                mean(places, place -> place >= 1 && place <= 10 ? 1.0 / place : 0));
    }

    /** The place of a document among the documents of passages, each of which counts once; 0 where there is none. */
    static <T> int place(T document, Stream<T> ofPassages) {
        return ofPassages.distinct().toList().indexOf(document) + 1;
    }

    /** Better by every figure. */
    boolean beats(Figures other) {
        return first > other.first && amongTen > other.amongTen && reciprocal > other.reciprocal;
    }

    static String[] head(String name) {
        return new String[] {name, "hit@1", "hit@10", "MRR@10"};
    }

    String[] line(String name) {
        return new String[] {name, shown(first), shown(amongTen), shown(reciprocal)};
    }

    private static double mean(List<Integer> places, ToDoubleFunction<Integer> value) {
        return places.stream().mapToDouble(value).average().orElse(0);
    }

    private static String shown(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
