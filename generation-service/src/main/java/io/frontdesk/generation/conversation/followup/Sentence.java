package io.frontdesk.generation.conversation.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last sentence of a question, as far as words of closed classes show how it is built.
 *
 * @param verb where its verb stands; -1 where there is none
 */
record Sentence(List<Word> words, List<Phrase> phrases, int verb, Lexicon lexicon) {
    static Sentence of(String text, Lexicon lexicon) {
        List<Word> words = lastSentence(Word.of(text));
        int verb = -1;
        boolean demanded = false;
        List<Phrase> phrases = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Word word = words.get(at);
            boolean determined = lexicon.is("determiner", word);
            if (lexicon.is("demanding", word)) {
                demanded = true;
            }
            if (!determined && isVerbAt(words, at, verb, demanded, lexicon)) {
                verb = mainVerb(words, at, lexicon);
                at = verb + 1;
                continue;
            }
            int from = at;
            int noun = determined ? at + 1 : at;
            int to = noun;
            while (to < words.size()
                    && lexicon.isNominal(words.get(to))
                    && !(to > noun && lexicon.is("property", words.get(to)))
                    && !(to > noun && verb < 0 && demanded && lexicon.isVerb(words.get(to)))) {
                to++;
            }
            if (to > noun && !isProperty(words, noun, to, lexicon)) {
                Word before = from > 0 ? words.get(from - 1) : null;
                boolean prepositional = before != null && lexicon.is("preposition", before);
                phrases.add(new Phrase(words, from, to, noun, prepositional ? before : null, verb < 0 && demanded));
            }
            at = Math.max(to, at + 1);
        }
        return new Sentence(words, List.copyOf(phrases), verb, lexicon);
    }

    private static boolean isProperty(List<Word> words, int from, int to, Lexicon lexicon) {
        return to == from + 1 && lexicon.is("property", words.get(from));
    }

    /** The verb after its auxiliary, or after a person; or the first word of an order. */
    private static boolean isVerbAt(List<Word> words, int at, int verb, boolean demanded, Lexicon lexicon) {
        Word word = words.get(at);
        if (verb >= 0 || !lexicon.isVerb(word)) {
            return false;
        }
        if (at > 0
                && (lexicon.is("person", words.get(at - 1)) || words.get(at - 1).is("to"))) {
            return true;
        }
        return !lexicon.is("auxiliary", word) && (at == 0 || demanded);
    }

    /** "have to return", "want to cancel": the verb that matters. */
    private static int mainVerb(List<Word> words, int at, Lexicon lexicon) {
        for (int i = at + 1; i < Math.min(words.size() - 1, at + 3); i++) {
            if (words.get(i).is("to") && lexicon.isVerb(words.get(i + 1))) {
                return i + 1;
            }
        }
        return at;
    }

    private static List<Word> lastSentence(List<Word> words) {
        int end = words.size();
        while (end > 0 && words.get(end - 1).is("?", ".", "!", "…")) {
            end--;
        }
        int start = end;
        while (start > 0 && !words.get(start - 1).is("?", ".", "!")) {
            start--;
        }
        return List.copyOf(words.subList(start, end));
    }

    /** What it is about: its subject, else its object, else what comes last; with what belongs to that. */
    Optional<Phrase> topic() {
        Optional<Phrase> subject = phrases.stream().filter(Phrase::subject).findFirst();
        Optional<Phrase> object =
                phrases.stream().filter(phrase -> phrase.preposition() == null).findFirst();
        return subject.or(() -> object).or(() -> phrases.stream().findFirst()).map(this::whole);
    }

    Optional<Phrase> plural() {
        return phrases.stream().filter(Phrase::isPlural).findFirst().map(this::whole);
    }

    /** A phrase with those that hang on it: "a refund for a cancelled order". */
    private Phrase whole(Phrase phrase) {
        Phrase whole = phrase;
        for (Phrase next : phrases) {
            Word link = next.preposition();
            if (link != null
                    && next.from() - 1 == whole.to()
                    && (phrase.subject() || link.is("of", "for", "on", "with", "about"))) {
                whole = whole.until(next.to());
            }
        }
        return whole;
    }

    /** What somebody does, as a noun: "returning a laptop". Empty where nobody does anything. */
    Optional<String> action() {
        boolean somebody = verb > 0
                && words.subList(0, verb).stream().anyMatch(word -> lexicon.is("person", word))
                && phrases.stream().noneMatch(Phrase::subject);
        return somebody ? Optional.of(gerund(words.get(verb)) + rest()) : Optional.empty();
    }

    /** The same after "to": "return a laptop". */
    Optional<String> toDo() {
        return action().map(action -> words.get(verb).lower() + rest());
    }

    /** Whether it is done to have something, so that the thing is what matters. */
    boolean isAboutThing() {
        return verb < 0 || lexicon.is("thing", words.get(verb));
    }

    private String rest() {
        List<Word> rest = words.subList(verb + 1, words.size());
        return rest.isEmpty() ? "" : " " + Word.join(rest);
    }

    private static String gerund(Word verb) {
        String base = verb.lower();
        if (base.matches(".*[^aeiou][aeiou][bdgmnpt]") && base.length() <= 4) {
            return base + base.charAt(base.length() - 1) + "ing";
        }
        boolean mute = base.endsWith("e") && !base.endsWith("ee");
        return (mute ? base.substring(0, base.length() - 1) : base) + "ing";
    }

    /** Where its first words end that ask: "how long", "what", "where". 0 where it asks for yes or no. */
    int asking() {
        if (words.isEmpty() || !lexicon.is("question", words.getFirst())) {
            return 0;
        }
        boolean how = words.getFirst().is("how")
                && words.size() > 1
                && words.get(1).is("much", "many", "long", "often", "far", "soon");
        return how ? 2 : 1;
    }

    String text() {
        return Word.join(words);
    }

    @Nullable
    Word at(int place) {
        return place >= 0 && place < words.size() ? words.get(place) : null;
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
