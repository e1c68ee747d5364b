package io.frontdesk.generation.conversation.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of a question that name something.
 *
 * @param from the first of its words, its determiner included
 * @param to after its last word
 * @param noun the first word after the determiner
 * @param preposition before it
 * @param subject whether it stands before the verb
 */
record Phrase(
        List<Word> words,
        int from,
        int to,
        int noun,
        @Nullable Word preposition,
        boolean subject) {
    boolean isNamed() {
        return words.subList(noun, to).stream().anyMatch(Word::isNamed);
    }

    Word head() {
        return words.get(to - 1);
    }

    boolean isPlural() {
        return head().isPlural();
    }

    /** As it is called when it is spoken of again. */
    String again() {
        if (noun == from) {
            return naming();
        }
        Word determiner = words.get(from);
        boolean isNew = determiner.is("a", "an", "any", "some", "another", "no");
        return (isNew ? "the" : determiner.lower()) + " " + naming();
    }

    /** Without its determiner. */
    String naming() {
        return Word.join(words.subList(noun, to));
    }

    Phrase until(int end) {
        return new Phrase(words, from, end, noun, preposition, subject);
    }
}
