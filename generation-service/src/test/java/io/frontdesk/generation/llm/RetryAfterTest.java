package io.frontdesk.generation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @Test
    void readsSeconds() {
        assertThat(RetryAfter.read(" 7 ")).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void readsADate() {
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));

        assertThat(RetryAfter.read(inAMinute)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-3", "99999999999999999999"})
    void ignoresWhatItCannotRead(String header) {
        assertThat(RetryAfter.read(header)).isNull();
    }
}
