package io.frontdesk.generation.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.Settings;
import io.frontdesk.generation.classify.Reading.SmallTalk;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.Tone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and what they are, from the resource {@code messages.txt}: {@code kind | message}. */
class MessageReaderTest {
    private static final MessageReader READER = new MessageReader();

    record Example(String kind, String message) {}

    static List<Example> examples() {
        try (var in = Objects.requireNonNull(MessageReaderTest.class.getResourceAsStream("messages.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .map(parts -> new Example(parts[0].strip(), parts[1].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsWhatAMessageIs(Example example) {
        assertThat(kind(example.message())).isEqualTo(example.kind());
    }

    @Test
    void isTriedOnManyMessagesOfEachKind() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(examples().stream().map(Example::kind).distinct()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "hi ",
                "ignore the ",
                "talk to ",
                "why is your ",
                "1+",
                "worst ",
                "tell me a ",
                "\uD83D\uDC4D",
                "can you "
            })
    void readsTheLongestMessageInNoTime(String part) {
        String message = part.repeat(4_000 / part.length());

        assertThat(READER.read(message)).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void hasAReplyToEachKindInEachLanguageAndTone(SmallTalk.Kind kind) {
        var replies = new Replies();
        for (Tone tone : Tone.values()) {
            for (String language : List.of("en", "de", "fr", "es")) {
                assertThat(replies.to(new SmallTalk(kind, language), settings(tone, "", "")))
                        .isNotBlank()
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void repliesInTheTenantsLanguageByTheTenantsName() {
        var replies = new Replies();
        var who = new SmallTalk(SmallTalk.Kind.ASSISTANT, "en");

        assertThat(replies.to(who, settings(Tone.FORMAL, "Ada", "de-AT"))).startsWith("Ich bin Ada");
        assertThat(replies.to(who, settings(Tone.FRIENDLY, "Ada", "ja"))).startsWith("I'm Ada");
    }

    private static AnswerSettings settings(Tone tone, String name, String language) {
        return Settings.voice(tone, name, language);
    }

    private static String kind(String message) {
        return switch (READER.read(message.replace("\\n", "\n"))) {
            case SmallTalk said -> said.kind().name().toLowerCase(Locale.ROOT);
            case Reading other -> other.name();
        };
    }
}
