package io.frontdesk.generation.citations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000 pieces          | 1000 pieces",
                "1.000 Stück           | 1000 Stück",
                "£49.00                | £49",
                "49,00 €               | 49",
                "12,000.00             | 12000",
                "3,5 kg                | 3.5 kg",
                "48h or 5GB            | 48 and 5",
                "two weeks             | 2 weeks"
            })
    void readsANumberHoweverItIsWritten(String one, String other) {
        assertThat(Numbers.of(one)).isEqualTo(Numbers.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.5 | 15", "30 days | 31 days", "2026 | 20.26"})
    void tellsNumbersApart(String one, String other) {
        assertThat(Numbers.of(one)).isNotEqualTo(Numbers.of(other));
    }
}
