package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Text;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.answers.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a client says was said: the last message of the user is the question, and what was asked and answered before it the history,
 * as far as a question takes one. What a message of the system says is left out, since the tenant's settings say how
 * answers are given, and no caller; and so is what tools have answered, since none were called.
 */
final class Chat {
    private final String field;
    private final List<Exchange> history = new ArrayList<>();
    private String question = "";
    private String answer = "";

    private Chat(String field) {
        this.field = field;
    }

    /**
     * The question that is to be answered.
     *
     * @param field of the request in which the messages stand
     * @throws InvalidField where there is none
     */
    static AnswerRequest asked(String field, List<ChatMessage> messages) {
        var chat = new Chat(field);
        messages.forEach(chat::add);
        return chat.asked();
    }

    private void add(ChatMessage message) {
        if (message.role() == null) {
            throw new InvalidField(field, "must have a role in each message");
        }
        switch (message.role()) {
            case USER -> {
                keep();
                question = text(message);
                answer = "";
            }
            case ASSISTANT -> answer = start(answer + text(message), Exchange.MAX_ANSWER_CHARS);
            case SYSTEM, DEVELOPER, TOOL, FUNCTION -> {}
        }
    }

    private String text(ChatMessage message) {
        String text = message.text(field);
        Text.requireKeepable(field, text);
        return text;
    }

    private void keep() {
        if (!question.isBlank()) {
            history.add(new Exchange(start(question, AnswerRequest.MAX_QUESTION_CHARS), answer));
        }
    }

    private AnswerRequest asked() {
        if (question.isBlank()) {
            throw new InvalidField(field, "must end with what a user asks");
        }
        if (question.length() > AnswerRequest.MAX_QUESTION_CHARS) {
            throw new InvalidField(
                    field,
                    "what is asked must have at most %d characters, has %d"
                            .formatted(AnswerRequest.MAX_QUESTION_CHARS, question.length()));
        }
        int forgotten = Math.max(0, history.size() - AnswerRequest.MAX_HISTORY);
        return new AnswerRequest(question, null, Map.of(), null, null, history.subList(forgotten, history.size()));
    }

    /** The first so many characters, or one less where the last would be half of one. */
    private static String start(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars);
    }
}
