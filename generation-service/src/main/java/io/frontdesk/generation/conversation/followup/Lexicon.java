package io.frontdesk.generation.conversation.followup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words by what they do in a sentence: the resource {@code words.txt} beside this class, lines of {@code class: word word}. */
final class Lexicon {
    private static final String RESOURCE = "words.txt";
    private static final int SHORTEST_STEM = 3;

    private final Map<String, Set<String>> classes;

    private Lexicon(Map<String, Set<String>> classes) {
        this.classes = classes;
    }

    static Lexicon load() {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(RESOURCE), RESOURCE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Lexicon(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> words(line[1]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String line) {
        return Arrays.stream(line.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean is(String type, Word word) {
        return Objects.requireNonNull(classes.get(type), type).contains(word.lower());
    }

    /** Whether it is a verb, in the form in which it stands in questions, or of the past. */
    boolean isVerb(Word word) {
        String lower = word.lower();
        return isBase(lower)
                || (lower.endsWith("s") && isBase(lower.substring(0, lower.length() - 1)))
                || (lower.endsWith("ed")
                        && lower.length() > SHORTEST_STEM + 1
                        && (isBase(lower.substring(0, lower.length() - 1))
                                || isBase(lower.substring(0, lower.length() - 2))));
    }

    private boolean isBase(String word) {
        return Objects.requireNonNull(classes.get("verb")).contains(word);
    }

    /** Whether it may stand within a phrase that names something. */
    boolean isNominal(Word word) {
        return word.isWord()
                && !is("determiner", word)
                && !is("preposition", word)
                && !is("auxiliary", word)
                && !is("question", word)
                && !is("person", word)
                && !is("pronoun", word)
                && !is("boundary", word)
                && !is("opener", word)
                && !is("light", word);
    }
}
