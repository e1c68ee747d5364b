package io.frontdesk.generation.llm;

import dev.langchain4j.model.chat.response.ChatResponse;

/** What comes of a model: tokens, then one end. */
public sealed interface ChatPart {
    record Token(String text) implements ChatPart {}

    record End(ChatResponse response) implements ChatPart {}
}
