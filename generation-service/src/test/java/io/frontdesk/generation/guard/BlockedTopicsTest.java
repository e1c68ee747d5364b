package io.frontdesk.generation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedTopicsTest {
    private final BlockedTopics topics = new BlockedTopics(
            List.of("lawsuit", "medical advice", "competitor prices", "how about you", "Glücksspiel"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Are there any lawsuits against you?              | lawsuit",
                "I need ADVICE of a medical kind                  | medical advice",
                "What do your competitors price it at?            | competitor prices",
                "And how about you?                               | how about you",
                "Ist das Glücksspiel?                             | Glücksspiel",
                "law\u200Bsuit?                                   | lawsuit",
                "\uFF4C\uFF41\uFF57\uFF53\uFF55\uFF49\uFF54?      | lawsuit"
            })
    void findsATopicInWhateverFormItIsAsked(String question, String topic) {
        assertThat(topics.in(question)).hasValue(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does it cost?",
                "Is there medical packaging?",
                "Can you give me advice?",
                "How do you pack it?"
            })
    void letsOtherQuestionsThrough(String question) {
        assertThat(topics.in(question)).isEmpty();
    }

    @Test
    void blocksNothingByItself() {
        assertThat(new BlockedTopics(List.of()).in("lawsuit")).isEmpty();
    }
}
