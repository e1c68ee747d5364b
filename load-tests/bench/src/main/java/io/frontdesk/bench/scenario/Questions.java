package io.frontdesk.bench.scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What customers of an electronics shop ask its help centre. */
final class Questions {
    /** Different in length and words, alike in what they say. */
    private static final List<String> GREETINGS = List.of(
            "", "Hello! ", "Hi, a quick question: ", "Good morning. ", "Sorry to bother you. ", "Dear support team, ");

    private final List<String> questions;

    private Questions(List<String> questions) {
        this.questions = List.copyOf(questions);
    }

    static Questions load() {
        var resource = Objects.requireNonNull(Questions.class.getResourceAsStream("questions.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new Questions(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> all() {
        return questions;
    }

    /** Those of them that someone finds fit, in the words of {@link #unrepeated}. */
    Questions fit(long firstOrder, Predicate<String> judge) {
        var asked = unrepeated(firstOrder);
        return new Questions(
                questions.stream().filter(question -> judge.test(asked.get())).toList());
    }

    /** The questions over and over: after the first round they have been asked before. */
    Supplier<String> repeated() {
        var next = new long[1];
        return () -> at(next[0]++);
    }

    /**
     * Never the same twice, not even in meaning to a cache that takes numbers seriously: each names an order of its own.
     *
     * @param firstOrder larger than any that an earlier run has used
     */
    Supplier<String> unrepeated(long firstOrder) {
        var next = new long[1];
        return () -> {
            long i = next[0]++;
            var greeting = GREETINGS.get((int) (i % GREETINGS.size()));
            return "%s%s My order number is %d.".formatted(greeting, at(i), firstOrder + i);
        };
    }

    private String at(long i) {
        return questions.get((int) (i % questions.size()));
    }
}
