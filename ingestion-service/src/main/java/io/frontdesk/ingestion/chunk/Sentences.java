package io.frontdesk.ingestion.chunk;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import io.frontdesk.ingestion.chunk.Measure.Sized;
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

    /** A character becomes four tokens at most, by its decomposition (NFD). */
    private static final int TOKENS_PER_CHARACTER = 4;

    private final Measure measure;
    private final BreakIterator ends;
    private final BreakIterator words = BreakIterator.getLineInstance(ULocale.ENGLISH);

    Sentences(Measure measure) {
        this.measure = measure;
        var builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        ABBREVIATIONS.forEach(builder::suppressBreakAfter);
        this.ends = builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }

    /** The sentences of a text; one that is larger than the limit comes in parts, cut where a line may be broken. */
    List<Sized> of(String text, int limit) {
        List<Sized> sentences = new ArrayList<>();
        for (String piece : pieces(text)) {
            Sized sentence = measure.sized(piece);
            if (sentence.size() <= limit) {
                sentences.add(sentence);
            } else {
                sentences.addAll(parts(piece, limit));
            }
        }
        return sentences;
    }

    private List<Sized> parts(String sentence, int limit) {
        List<Sized> parts = new ArrayList<>();
        var part = new StringBuilder();
        int size = 0;
        words.setText(sentence);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            String word = sentence.substring(start, end);
            int more = measure.of(word);
            if (size + more > limit) {
                add(part, parts);
                size = 0;
            }
            if (more > limit) {
                slices(word, limit).forEach(slice -> parts.add(measure.sized(slice)));
            } else {
                part.append(word);
                size += more;
            }
        }
        add(part, parts);
        return parts;
    }

    /** Ends a part. It is measured once more: what was counted word by word may be one word to the tokenizer. */
    private void add(StringBuilder part, List<Sized> parts) {
        String text = part.toString().strip();
        part.setLength(0);
        if (!text.isEmpty()) {
            parts.add(measure.sized(text));
        }
    }

    /** A word that is too large by itself is none; it is cut anywhere but inside a character. */
    private static List<String> slices(String word, int limit) {
        List<String> slices = new ArrayList<>();
        int length = Math.max(1, limit / TOKENS_PER_CHARACTER);
        for (int from = 0; from < word.length(); ) {
            int to = Math.min(word.length(), from + length);
            if (to < word.length() && Character.isLowSurrogate(word.charAt(to))) {
                to++;
            }
            addStripped(word.substring(from, to), slices);
            from = to;
        }
        return slices;
    }

    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        ends.setText(text);
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
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
