package io.frontdesk.generation.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words of customer care that stand for one another, from the resource {@code synonyms.txt} beside this class. */
final class Synonyms {
    private static final Map<String, Set<String>> BY_STEM = load("synonyms.txt");

    private Synonyms() {}

    /** The stems of a stem's synonyms. */
    static Set<String> of(String stem) {
        return BY_STEM.getOrDefault(stem, Set.of());
    }

    private static Map<String, Set<String>> load(String resource) {
        Map<String, Set<String>> byStem = new TreeMap<>();
        try (var in = Objects.requireNonNull(Synonyms.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Synonyms::stems)
                    .forEach(group -> group.forEach(stem ->
                            byStem.computeIfAbsent(stem, s -> new HashSet<>()).addAll(group)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byStem.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    private static List<String> stems(String line) {
        return Arrays.stream(line.split(" ")).map(Stems::of).toList();
    }
}
