package io.frontdesk.generation.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingHandle;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** A streaming chat model as a {@link Multi}: who cancels it, cancels the model's request. */
public final class ChatStream {
    private ChatStream() {}

    /** Asks when subscribed to. What is not read yet waits here, as much as the request lets the model write. */
    public static Multi<ChatPart> of(StreamingChatModel model, ChatRequest request) {
        return Multi.createFrom().emitter(emitter -> model.chat(request, new Relay(emitter)));
    }

    private record Relay(MultiEmitter<? super ChatPart> emitter) implements CancellableHandler {
        @Override
        public void onStart(StreamingHandle handle) {
            emitter.onTermination(handle::cancel);
        }

        @Override
        public void onPartialResponse(String token) {
            emitter.emit(new ChatPart.Token(token));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            emitter.emit(new ChatPart.End(response));
            emitter.complete();
        }

        @Override
        public void onError(Throwable error) {
            emitter.fail(error);
        }
    }
}
