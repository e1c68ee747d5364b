package io.frontdesk.generation.conversation.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts what was said before in the place of the words that stand for it. */
final class Pronouns {
    private final Lexicon lexicon;

    Pronouns(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether a word stands for something that was said before. */
    boolean standsFor(Asked asked) {
        return first(asked) >= 0;
    }

    Optional<String> replaced(Asked asked, Sentence base) {
        int at = first(asked);
        if (at < 0) {
            return Optional.empty();
        }
        List<Word> words = asked.rest().words();
        Word word = words.get(at);
        Optional<String> done = done(asked.rest(), at, base);
        if (done.isPresent()) {
            return done;
        }
        if (word.is("any", "some")) {
            return base.topic().map(topic -> with(words, at, at + 1, word.text() + " " + topic.naming()));
        }
        if (word.is("one", "ones")) {
            return one(words, at, base);
        }
        if (word.is("there")) {
            return base.topic().map(place -> with(words, at, at + 1, "at " + place.again()));
        }
        if (isDemonstrative(words, at)) {
            return demonstrative(words, at, base);
        }
        return meant(asked.rest(), at, base).map(text -> with(words, at, at + 1, inForm(word, text)));
    }

    /** "How do I do that?", "How long does it take?" */
    private Optional<String> done(Sentence rest, int at, Sentence base) {
        List<Word> words = rest.words();
        Word before = rest.at(at - 1);
        Word after = rest.at(at + 1);
        boolean takes = after != null
                && after.is("take", "cost")
                && rest.words().size() == at + 2
                && words.get(at).is("it");
        if (takes && !base.isAboutThing()) {
            return base.toDo().map(action -> rest.text() + " to " + action);
        }
        boolean doIt = before != null
                && before.is("do", "doing")
                && at >= 2
                && words.get(at).is("it", "that", "this");
        return doIt ? base.toDo().map(action -> with(words, at - 1, at + 1, action)) : Optional.empty();
    }

    private Optional<String> meant(Sentence rest, int at, Sentence base) {
        Word word = rest.words().get(at);
        if (word.is("they", "them", "these", "those", "their", "theirs", "they're")) {
            return base.plural().or(base::topic).map(Phrase::again);
        }
        boolean event = word.is("that", "this", "that's") || isEvent(rest);
        Optional<String> action = event && !base.isAboutThing() ? base.action() : Optional.empty();
        return action.or(() -> base.topic().map(Phrase::again));
    }

    private boolean isEvent(Sentence rest) {
        return rest.words().stream().anyMatch(word -> lexicon.is("event", word) || lexicon.is("property", word));
    }

    private static String inForm(Word word, String text) {
        return switch (word.lower()) {
            case "its", "their" -> text + (text.endsWith("s") ? "'" : "'s");
            case "it's", "that's" -> text + " is";
            case "they're" -> text + " are";
            default -> text;
        };
    }

    /** "Do you have a cheaper one?" */
    private static Optional<String> one(List<Word> words, int at, Sentence base) {
        Word before = words.get(at - 1);
        return base.topic()
                .map(topic -> before.is("this", "that", "these", "those", "the")
                        ? with(words, at - 1, at + 1, topic.again())
                        : with(words, at, at + 1, topic.naming()));
    }

    /** "How high is that fee?" */
    private static Optional<String> demonstrative(List<Word> words, int at, Sentence base) {
        Word noun = words.get(at + 1);
        return base.topic()
                .map(topic -> topic.words().subList(topic.noun(), topic.to()).stream()
                                .anyMatch(word -> singular(word).equals(singular(noun)))
                        ? with(words, at, at + 2, topic.again())
                        : with(words, at, at + 2, "the " + noun.text() + " for " + topic.again()));
    }

    private static String singular(Word word) {
        return word.isPlural() ? word.lower().substring(0, word.lower().length() - 1) : word.lower();
    }

    private static String with(List<Word> words, int from, int to, String text) {
        List<Word> changed = new ArrayList<>(words.subList(0, from));
        changed.add(Word.word(text));
        changed.addAll(words.subList(to, words.size()));
        return Word.join(changed);
    }

    /** The first word that stands for something outside of its question; -1 where none does. */
    private int first(Asked asked) {
        if (asked.several()) {
            return -1;
        }
        Sentence rest = asked.rest();
        return IntStream.range(0, rest.words().size())
                .filter(at -> lexicon.is("pronoun", rest.words().get(at)))
                .filter(at -> refersBack(rest, at))
                .findFirst()
                .orElse(-1);
    }

    private boolean refersBack(Sentence rest, int at) {
        if (isWithin(rest, at)) {
            return false;
        }
        List<Word> words = rest.words();
        Word word = words.get(at);
        @Nullable Word before = rest.at(at - 1);
        @Nullable Word after = rest.at(at + 1);
        return switch (word.lower()) {
            case "it", "it's" -> !isEmpty(rest, at);
            case "any", "some" -> after == null || lexicon.is("preposition", after) && !after.is("of");
            case "that" -> !isRelative(rest, at) && pointsBack(after);
            case "this", "these", "those", "that's" -> pointsBack(after);
            case "one", "ones" ->
                before != null && !lexicon.is("preposition", before) && (after == null || !lexicon.isNominal(after));
            case "there" ->
                (before == null || !lexicon.is("being", before))
                        && (after == null || !lexicon.is("being", after))
                        && at > 0;
            case "where" -> false;
            default -> true;
        };
    }

    /** Said of something in another part of the same question; possessives also in the same part. */
    private boolean isWithin(Sentence rest, int at) {
        boolean possessive = rest.words().get(at).is("its", "their");
        return rest.phrases().stream()
                .filter(phrase -> phrase.to() <= at)
                .anyMatch(phrase -> possessive
                        || rest.words().subList(phrase.to(), at).stream()
                                .anyMatch(word -> lexicon.is("boundary", word)));
    }

    /** "Is it possible to ...", "How long does it take to ...": stands for what follows. */
    private boolean isEmpty(Sentence rest, int at) {
        return rest.words().stream()
                .skip(at + 1L)
                .limit(4)
                .anyMatch(word -> word.is("to", "that", "if", "when") && !isDirection(rest, word));
    }

    /** "Does it ship to Jersey?" */
    private boolean isDirection(Sentence rest, Word word) {
        int at = rest.words().indexOf(word);
        Word after = rest.at(at + 1);
        return word.is("to") && (after == null || !lexicon.isVerb(after) || after.isNamed());
    }

    /** "An order that was paid." */
    private static boolean isRelative(Sentence rest, int at) {
        return rest.phrases().stream().anyMatch(phrase -> phrase.to() == at);
    }

    private boolean pointsBack(@Nullable Word after) {
        return after == null
                || !(lexicon.is("deictic", after) || lexicon.is("person", after) || lexicon.is("determiner", after));
    }

    private boolean isDemonstrative(List<Word> words, int at) {
        return words.get(at).is("this", "that", "these", "those")
                && at + 1 < words.size()
                && lexicon.isNominal(words.get(at + 1))
                && !lexicon.is("property", words.get(at + 1))
                && (!lexicon.isVerb(words.get(at + 1))
                        || at + 2 == words.size() && at > 0 && lexicon.is("being", words.get(at - 1)));
    }
}
