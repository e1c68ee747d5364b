package io.frontdesk.generation.conversation.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in what a follow-up leaves out with the question before it. */
final class Ellipsis {
    private static final int LONGEST_FRAGMENT = 6;
    private static final int LONGEST_BARE_FRAGMENT = 2;

    private final Lexicon lexicon;

    Ellipsis(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether anything is left out. */
    boolean leavesOut(Asked asked) {
        return isCondition(asked) || asksOnly(asked) || instead(asked) != null;
    }

    Optional<String> filled(Asked asked, Sentence base) {
        if (isCondition(asked)) {
            return Optional.of(base.text() + " " + condition(asked.rest()));
        }
        if (asksOnly(asked)) {
            return Optional.of(asked.rest().text() + " " + asked(base));
        }
        List<Word> instead = instead(asked);
        return instead == null ? withObject(asked, base) : Optional.of(exchanged(base, instead));
    }

    /** "What if I lost the receipt?" */
    private static boolean isCondition(Asked asked) {
        Word first = asked.rest().at(0);
        Word second = asked.rest().at(1);
        return first != null
                && second != null
                && (first.is("if", "unless") && asked.rest().words().stream().noneMatch(word -> word.is(","))
                        || first.is("what", "even") && second.is("if"));
    }

    private static String condition(Sentence rest) {
        int from = rest.words().getFirst().is("what") ? 1 : 0;
        return Word.join(rest.words().subList(from, rest.words().size()))
                .toLowerCase(Locale.ROOT)
                .replace(" i ", " I ");
    }

    /** "How long?", "Why not?" */
    private boolean asksOnly(Asked asked) {
        List<Word> words = asked.rest().words();
        int first = !words.isEmpty() && lexicon.is("preposition", words.getFirst()) ? 1 : 0;
        return words.size() > first
                && lexicon.is("question", words.get(first))
                && words.stream()
                        .skip(first + 1L)
                        .allMatch(word -> word.is(
                                "much", "many", "long", "often", "far", "soon", "fast", "come", "not", "else",
                                "exactly", "then", "for", "ones", "one"));
    }

    /** What the question before says after the words that ask. */
    private static String asked(Sentence base) {
        List<Word> words = base.words();
        String rest = Word.join(words.subList(base.asking(), words.size()));
        return base.asking() == 0 ? rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1) : rest;
    }

    /** "What about phones?", "And for phones?", "Phones?": what takes the place of something; null where nothing does. */
    private @Nullable List<Word> instead(Asked asked) {
        List<Word> words = asked.rest().words();
        if (words.size() > 2
                && words.getFirst().is("what", "how")
                && words.get(1).is("about")) {
            return named(words.subList(2, words.size()));
        }
        if (words.size() > 2
                && words.getFirst().is("same", "the")
                && words.stream().anyMatch(word -> word.is("same"))) {
            int from = 1
                    + words.indexOf(words.stream()
                            .filter(word -> word.is("same"))
                            .findFirst()
                            .orElseThrow());
            return from < words.size() ? named(words.subList(from, words.size())) : null;
        }
        return isFragment(asked) ? named(words) : null;
    }

    private @Nullable List<Word> named(List<Word> words) {
        List<Word> left = words.stream()
                .filter(word ->
                        !word.is("too", "also", "only", "even", "then", "instead", "please", "just", "as", "well"))
                .toList();
        if (left.isEmpty() || left.stream().allMatch(word -> lexicon.is("pronoun", word))) {
            return null;
        }
        Word first = left.getFirst();
        if (!lexicon.is("preposition", first)) {
            return left;
        }
        List<Word> lowered = new ArrayList<>(left);
        lowered.set(0, Word.word(first.lower()));
        return lowered;
    }

    private boolean isFragment(Asked asked) {
        List<Word> words = asked.rest().words();
        if (words.isEmpty()
                || words.size() > LONGEST_FRAGMENT
                || asked.several()
                || words.stream().noneMatch(lexicon::isNominal)
                || words.stream().anyMatch(this::isClausal)
                || words.stream().anyMatch(word -> lexicon.is("pronoun", word))) {
            return false;
        }
        boolean light = words.stream().anyMatch(word -> word.is("too", "also", "only", "even"));
        boolean prepositional = lexicon.is("preposition", words.getFirst());
        boolean bare = asked.marked()
                && words.size() <= LONGEST_BARE_FRAGMENT
                && words.stream().noneMatch(word -> lexicon.is("topic", word));
        return asked.connected() || light || prepositional || bare;
    }

    private boolean isClausal(Word word) {
        return lexicon.is("auxiliary", word)
                || lexicon.is("question", word)
                || lexicon.is("person", word)
                || word.is("need", "want", "tell", "give", "show", "know");
    }

    /** "How do I cancel?": what is cancelled was said before. */
    private Optional<String> withObject(Asked asked, Sentence base) {
        Sentence rest = asked.rest();
        Word verb = rest.at(rest.verb());
        boolean lacks = verb != null
                && lexicon.is("transitive", verb)
                && rest.phrases().isEmpty()
                && rest.words().stream().noneMatch(word -> lexicon.is("pronoun", word));
        return lacks ? base.topic().map(topic -> put(rest, rest.verb() + 1, topic.again())) : Optional.empty();
    }

    private static String put(Sentence into, int at, String text) {
        List<Word> words = new ArrayList<>(into.words());
        words.add(at, Word.word(text));
        return Word.join(words);
    }

    /** The question before, with this in the place of what is like it; or added to it where nothing is. */
    private String exchanged(Sentence base, List<Word> instead) {
        Word preposition = lexicon.is("preposition", instead.getFirst()) ? instead.getFirst() : null;
        List<Word> name = preposition == null ? instead : instead.subList(1, instead.size());
        Phrase place = place(base, preposition, name);
        if (place == null) {
            return base.text() + " " + (preposition == null ? "for " : "") + Word.join(instead);
        }
        boolean whole = preposition != null && place.preposition() != null;
        List<Word> words = new ArrayList<>(base.words().subList(0, whole ? place.from() - 1 : place.from()));
        words.addAll(whole ? instead : name);
        words.addAll(base.words().subList(place.to(), base.words().size()));
        return Word.join(words);
    }

    private @Nullable Phrase place(Sentence base, @Nullable Word preposition, List<Word> name) {
        if (name.isEmpty()) {
            return null;
        }
        boolean number = hasDigit(name);
        boolean named = name.stream().anyMatch(Word::isNamed);
        Phrase best = null;
        for (Phrase phrase : base.phrases()) {
            boolean same = preposition != null
                    && phrase.preposition() != null
                    && phrase.preposition().is(preposition.lower());
            if (same && hasDigit(phrase) == number) {
                return phrase;
            }
            boolean apt = preposition == null || preposition.is("for", "with", "of") || phrase.preposition() != null;
            if (apt && hasDigit(phrase) == number && phrase.isNamed() == named) {
                best = phrase;
            }
        }
        return best;
    }

    private static boolean hasDigit(Phrase phrase) {
        return hasDigit(phrase.words().subList(phrase.noun(), phrase.to()));
    }

    /** A number, rather than a name with one in it. */
    private static boolean hasDigit(List<Word> words) {
        return words.stream().anyMatch(word -> Character.isDigit(word.text().charAt(0)));
    }
}
