package io.frontdesk.generation.llm;

import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;

/** A handler that can cancel before the first token, too: LangChain4j hands it the means with the first token only. */
public interface CancellableHandler extends StreamingChatResponseHandler {
    /** Called once, before anything is sent. */
    void onStart(StreamingHandle handle);
}
