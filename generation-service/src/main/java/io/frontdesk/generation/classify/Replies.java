package io.frontdesk.generation.classify;

import io.frontdesk.generation.classify.Reading.SmallTalk;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.Tone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said to small talk, in the tenant's tone: the resource {@code replies.txt} beside this class. */
public final class Replies {
    /** How an assistant calls itself that has no name, by language. */
    private static final Map<String, String> UNNAMED =
            Map.of("en", "the assistant here", "de", "der Assistent", "fr", "l'assistant", "es", "el asistente");

    private final Map<String, String> replies = load();

    /** In the tenant's language where replies in it are known, else in that of the message. */
    public String to(SmallTalk said, AnswerSettings settings) {
        String language = settings.language()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(UNNAMED::containsKey)
                .orElse(said.language());
        String name = settings.assistantName().orElseGet(() -> Objects.requireNonNull(UNNAMED.get(language)));
        return Stream.of(settings.tone(), Tone.NEUTRAL)
                .map(tone -> replies.get(key(said.kind(), language, tone)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .replace("{name}", name);
    }

    private static String key(SmallTalk.Kind kind, String language, Tone tone) {
        return "%s %s %s".formatted(kind, language, tone).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> load() {
        String resource = "replies.txt";
        try (var in = Objects.requireNonNull(Replies.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
