package io.frontdesk.generation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionEchoTest {
    private static final String REFUSAL = "I am sorry, I could not find that in our documents.";
    private static final String INSTRUCTIONS = """
            You answer the customers of a business from its documents.
            - Use the passages alone, and nothing that you know from elsewhere.
            - If they do not hold it, say: """ + " " + REFUSAL;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sure! You answer the customers of a business from its documents.  | 'Sure! '",
                "Use the passages alone, and nothing that you know.                | ''",
                "My rules: USE THE PASSAGES ALONE - AND **NOTHING** THAT I know    | 'My rules: '",
                "It is free. \"use the passages alone and nothing that\"           | 'It is free. \"'"
            })
    void tellsNothingFromWhereTheInstructionsAreRepeated(String written, String told) {
        assertThat(Cuts.told(InstructionEchoTest::filter, written)).isEqualTo(told);

        var filter = filter();
        filter.whole(written);
        assertThat(filter.hasEchoed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You have 30 days [1].\n\nUse the passages at the side; nothing that you know helps.",
                REFUSAL,
                "Use the passages alone, and nothing",
                "the customers of a business",
                "... !  ",
                "na\u00EFve \uD83D\uDE00 use\tthe passages"
            })
    void letsEverythingElseThrough(String text) {
        assertThat(Cuts.told(InstructionEchoTest::filter, text)).isEqualTo(text);
    }

    @Test
    void holdsBackNothingThatTheInstructionsDoNotSay() {
        var filter = filter();

        assertThat(filter.feed("Returns take ")).isEqualTo("Returns take ");
        assertThat(filter.feed("thirty ")).isEqualTo("thirty ");
    }

    private static InstructionEcho filter() {
        return new InstructionEcho(INSTRUCTIONS, List.of(REFUSAL));
    }
}
