package io.frontdesk.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What hybrid search has to beat: Okapi BM25 over whole documents, k1 1.2 and b 0.75, words as they are written. */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private final List<Map<String, Integer>> documents = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, Integer> frequencies = new HashMap<>();
    private final double averageLength;

    Bm25(List<String> texts) {
        for (String text : texts) {
            List<String> words = words(text);
            Map<String, Integer> counts = new HashMap<>();
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
            counts.keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum));
            documents.add(counts);
            lengths.add(words.size());
        }
        averageLength = lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
    }

    /** Indexes of the documents that share a word with the question, best first. */
    List<Integer> rank(String question) {
        var words = new HashSet<>(words(question));
        double[] scores = IntStream.range(0, documents.size())
                .mapToDouble(document -> words.stream()
                        .mapToDouble(word -> score(word, document))
                        .sum())
                .toArray();
        return IntStream.range(0, scores.length)
                .filter(document -> scores[document] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(document -> -scores[document]))
                .toList();
    }

    private double score(String word, int document) {
        int count = documents.get(document).getOrDefault(word, 0);
        int frequency = frequencies.getOrDefault(word, 0);
        double rarity = Math.log(1 + (documents.size() - frequency + 0.5) / (frequency + 0.5));
        double length = 1 - B + B * lengths.get(document) / averageLength;
        return rarity * count * (K1 + 1) / (count + K1 * length);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
