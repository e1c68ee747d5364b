package io.frontdesk.generation.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Sentences of running text. */
public final class Sentences {
    /** After which no sentence ends, beside those of CLDR: the same as where documents are cut into chunks. */
    private static final List<String> ABBREVIATIONS = List.of(
            "Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "St.", "No.", "Nr.", "Fig.", "e.g.", "i.e.", "approx.", "incl.",
            "excl.", "max.", "min.", "vs.");

    /** Boundaries of Unicode TR 29. Never used but to be cloned, since building takes a hundred times as long. */
    private static final BreakIterator PROTOTYPE = prototype();

    private Sentences() {}

    private static BreakIterator prototype() {
        var builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        ABBREVIATIONS.forEach(builder::suppressBreakAfter);
        return builder.wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.ENGLISH));
    }

    /** The sentences of a text in their order, trimmed, each as it stands there. */
    public static List<String> of(String text) {
        BreakIterator boundaries = PROTOTYPE.clone();
        boundaries.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
