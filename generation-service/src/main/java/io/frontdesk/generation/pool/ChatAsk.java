package io.frontdesk.generation.pool;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What a model is asked for.
 *
 * @param conversation which keeps to its key
 * @param maxTokens the longest answer
 * @param temperature sent where there is one
 * @param beginning what stands of the answer already, which whoever answers has to accept; empty where nothing does
 */
public record ChatAsk(
        UUID conversation,
        Tier tier,
        List<ChatMessage> messages,
        int maxTokens,
        OptionalDouble temperature,
        String beginning) {
    /** Models spend a few tokens around each message. */
    private static final int AROUND_A_MESSAGE = 8;

    public ChatAsk {
        messages = List.copyOf(messages);
    }

    /**
     * More tokens than the messages have: a token of English has about four bytes, one of other scripts three or more.
     */
    int promptTokens() {
        return messages.stream()
                .mapToInt(message -> tokens(text(message)) + AROUND_A_MESSAGE)
                .sum();
    }

    static int tokens(String text) {
        return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, 3);
    }

    private static String text(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> system.text();
            case UserMessage user -> user.singleText();
            default -> message.toString();
        };
    }
}
