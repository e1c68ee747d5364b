package io.frontdesk.simulator.answer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as words that carry meaning, and as sentences. */
final class Words {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "have", "how", "i",
            "if", "in", "is", "it", "long", "many", "may", "me", "much", "my", "of", "on", "or", "our", "the", "there",
            "they", "this", "to", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with", "you",
            "your");

    private Words() {}

    static Set<String> of(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !STOP_WORDS.contains(word))
                .collect(Collectors.toSet());
    }

    static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        text.lines().forEach(line -> addSentences(line, sentences));
        return sentences;
    }

    private static void addSentences(String line, List<String> sentences) {
        var boundaries = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        boundaries.setText(line);
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            var sentence = line.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
    }
}
