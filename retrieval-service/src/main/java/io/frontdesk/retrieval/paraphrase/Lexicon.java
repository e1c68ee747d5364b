package io.frontdesk.retrieval.paraphrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What says the same in customer care, from the resources beside this class: {@code phrases.txt} (several words that stand for
 * one, or for nothing) and {@code synonyms.txt} (words that may stand for each other, some in the company of others only).
 */
final class Lexicon {
    private final List<Phrase> phrases;
    private final Map<String, List<Group>> groups;

    private record Phrase(String said, String meant) {}

    /** @param company one of these must be in the question; none where it is empty */
    private record Group(String name, Set<String> company) {}

    private Lexicon(List<Phrase> phrases, Map<String, List<Group>> groups) {
        this.phrases = phrases;
        this.groups = groups;
    }

    static Lexicon english() {
        return new Lexicon(lines("phrases.txt").stream().map(Lexicon::phrase).toList(), groups(lines("synonyms.txt")));
    }

    /** A text of words with a space around each, with what its phrases mean in their place. */
    String rewrite(String words) {
        String rewritten = words;
        for (Phrase phrase : phrases) {
            // Neighbours share the space between them, and are met in the second turn.
            rewritten = rewritten.replace(phrase.said(), phrase.meant()).replace(phrase.said(), phrase.meant());
        }
        return rewritten;
    }

    /** The forms of a word, and the names of its groups. */
    Set<String> keys(String word, Set<String> company) {
        Set<String> bases = Inflections.of(word);
        Set<String> keys = new HashSet<>(bases);
        for (String base : bases) {
            for (Group group : groups.getOrDefault(base, List.of())) {
                if (group.company().isEmpty() || group.company().stream().anyMatch(company::contains)) {
                    keys.add(group.name());
                }
            }
        }
        return keys;
    }

    private static Phrase phrase(String line) {
        String[] sides = line.split("=>", -1);
        String meant = sides[1].strip();
        return new Phrase(" " + sides[0].strip() + " ", meant.isEmpty() ? " " : " " + meant + " ");
    }

    private static Map<String, List<Group>> groups(List<String> lines) {
        Map<String, List<Group>> groups = new HashMap<>();
        for (String line : lines) {
            String[] sides = line.split("\\|", -1);
            Set<String> company =
                    sides.length == 1 ? Set.of() : Set.of(sides[1].strip().split(" "));
            List<String> words = List.of(sides[0].strip().split(" "));
            // No word of a text has this form.
            var group = new Group("=" + String.join("=", words), company);
            words.forEach(
                    word -> groups.computeIfAbsent(word, w -> new ArrayList<>()).add(group));
        }
        return Map.copyOf(groups);
    }

    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
