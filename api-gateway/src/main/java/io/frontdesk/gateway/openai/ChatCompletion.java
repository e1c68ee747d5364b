package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.Answer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A whole answer in OpenAI's form.
 *
 * @param id {@code chatcmpl-} and the answer's id, by which {@code /v1/answers/{id}} knows it
 * @param created in seconds since 1970
 */
public record ChatCompletion(
        String id, String object, long created, String model, List<Choice> choices, TokenUsage usage) {
    /** The answer; there is one. */
    public record Choice(int index, Message message, String finishReason) {}

    /** What it says, and what that rests on. */
    public record Message(String role, String content, List<Annotation> annotations) {}

    static ChatCompletion of(AnswerEnd.Finished end, long created) {
        Answer answer = end.answer();
        var message = new Message("assistant", answer.answer(), Annotation.of(answer));
        return new ChatCompletion(
                id(answer.id()),
                "chat.completion",
                created,
                Models.FRONTDESK,
                List.of(new Choice(0, message, finishReason(end.reason()))),
                TokenUsage.of(answer.usage()));
    }

    static String finishReason(AnswerEnd.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    static String id(UUID answer) {
        return "chatcmpl-" + answer;
    }
}
