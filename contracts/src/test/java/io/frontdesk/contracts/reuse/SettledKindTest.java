package io.frontdesk.contracts.reuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.frontdesk.contracts.InvalidField;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettledKindTest {
    @Test
    void isReadAsItWasWritten() {
        var settled = new SettledKind(7, new AnswerKind("answer-v2-0a1b", "small-model large-model"));

        assertEquals(Optional.of(settled), SettledKind.parse(settled.text()));
    }

    @Test
    void whatIsNoneIsNothing() {
        assertEquals(Optional.empty(), SettledKind.parse(""));
        assertEquals(Optional.empty(), SettledKind.parse("7 answer-v2"));
        assertEquals(Optional.empty(), SettledKind.parse("seven answer-v2 model"));
        assertEquals(Optional.empty(), SettledKind.parse("7 answer-v2  "));
    }

    @Test
    void aPromptVersionHasNoSpace() {
        var kind = new AnswerKind("answer v2", "model");

        assertThrows(InvalidField.class, () -> new SettledKind(1, kind));
    }
}
