package io.frontdesk.ingestion.chunk;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Where sentences end, by Unicode's rules (UAX 29) with the abbreviations of CLDR, after which none does. Not safe for use by
 * several threads.
 */
final class Sentences {
    /** What CLDR leaves out because it may end a sentence, and in what businesses publish hardly ever does. */
    private static final List<String> ABBREVIATIONS = List.of(
            "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "No.", "Nr.", "Fig.", "e.g.", "i.e.", "approx.", "incl.",
            "excl.", "max.", "min.", "vs.");

    private final BreakIterator ends;
    private final BreakIterator words = BreakIterator.getLineInstance(ULocale.ENGLISH);

    Sentences() {
        var builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        ABBREVIATIONS.forEach(builder::suppressBreakAfter);
        this.ends = builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }

    /** The sentences of a text; one that is larger than the limit comes in parts, cut where a line may be broken. */
    List<String> of(String text, int limit) {
        List<String> sentences = new ArrayList<>();
        for (String sentence : pieces(ends, text)) {
            if (TextSize.of(sentence) <= limit) {
                sentences.add(sentence);
            } else {
                sentences.addAll(parts(sentence, limit));
            }
        }
        return sentences;
    }

    private List<String> parts(String sentence, int limit) {
        List<String> parts = new ArrayList<>();
        var part = new StringBuilder();
        int size = 0;
        words.setText(sentence);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            for (String word : slices(sentence.substring(start, end), limit)) {
                int more = TextSize.of(word);
                if (size + more > limit) {
                    addStripped(part.toString(), parts);
                    part.setLength(0);
                    size = 0;
                }
                part.append(word);
                size += more;
            }
        }
        addStripped(part.toString(), parts);
        return parts;
    }

    /** A word that is too large by itself is none; it is cut anywhere but inside a character. */
    private static List<String> slices(String word, int limit) {
        if (TextSize.of(word) <= limit) {
            return List.of(word);
        }
        List<String> slices = new ArrayList<>();
        for (int from = 0; from < word.length(); ) {
            int to = Math.min(word.length(), from + limit);
            if (to < word.length() && Character.isLowSurrogate(word.charAt(to))) {
                to++;
            }
            slices.add(word.substring(from, to));
            from = to;
        }
        return slices;
    }

    private static List<String> pieces(BreakIterator iterator, String text) {
        List<String> pieces = new ArrayList<>();
        iterator.setText(text);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; start = end, end = iterator.next()) {
            addStripped(text.substring(start, end), pieces);
        }
        return pieces;
    }

    private static void addStripped(String text, List<String> to) {
        String stripped = text.strip();
        if (!stripped.isEmpty()) {
            to.add(stripped);
        }
    }
}
