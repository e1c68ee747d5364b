package io.frontdesk.generation.writing;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.text.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which of the passages that were found an answer may rest on. A search always finds something; what it finds for
 * a question that is foreign to the documents must not reach a model, nor be quoted.
 */
public final class Evidence {
    /**
     * Cosine of bge-small-en-v1.5 from which on a passage is taken to be about the question. Foreign questions reach 0.4
     * to 0.55, questions of the trade 0.6 and more.
     */
    private static final double ABOUT_IT = 0.58;

    /** Below it, words that agree do so by chance. */
    private static final double FAR_OFF = 0.45;

    /** The share of the question's words that must stand in a passage that is not near in meaning: a code, a rare name. */
    private static final double BY_WORDS = 0.5;

    private Evidence() {}

    /** The usable ones, in their order. */
    public static List<Passage> of(String question, List<Passage> found) {
        Terms asked = Terms.of(question);
        List<Passage> usable = new ArrayList<>();
        for (Passage passage : found) {
            if (passage.similarity() >= ABOUT_IT || (passage.similarity() >= FAR_OFF && names(passage, asked))) {
                usable.add(passage);
            }
        }
        return usable;
    }

    private static boolean names(Passage passage, Terms asked) {
        String all = String.join("\n", passage.title(), String.join("\n", passage.headingPath()), passage.text());
        return asked.shareIn(Terms.of(all)) >= BY_WORDS;
    }
}
