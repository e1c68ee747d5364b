package io.frontdesk.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontdesk.contracts.InvalidField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"8e03978e-40d5\"', 8e03978e-40d5",
                "8e03978e-40d5, 8e03978e-40d5",
                "' a b ', a b",
                "'\"a\\\"b\\\\\"', a\"b\\"
            })
    void isTheSameInQuotesAndWithout(String header, String value) {
        assertThat(IdempotencyKey.of(List.of(header))).contains(new IdempotencyKey(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"open", "\"a\"b\"", "\"a\\b\"", "\"a\";p=1", "a\tb", "clé", "a\u0000"})
    void refusesWhatIsNoKey(String header) {
        refused(List.of(header));
    }

    @Test
    void takesTheLongestAndRefusesALongerOne() {
        assertThat(IdempotencyKey.of(List.of("\"" + "x".repeat(255) + "\""))).isPresent();
        refused(List.of("x".repeat(256)));
    }

    @Test
    void refusesTwo() {
        refused(List.of("a", "a"));
    }

    @Test
    void needsNone() {
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    private static void refused(List<String> headers) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> IdempotencyKey.of(headers))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("Idempotency-Key"));
    }
}
