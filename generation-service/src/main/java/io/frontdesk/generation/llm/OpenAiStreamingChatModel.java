package io.frontdesk.generation.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/**
 * A chat model behind OpenAI's protocol, streamed token by token.
 *
 * <p>Fails with an {@link LlmFailure}, before the first token or after it; a stream that ends without a finish reason is a
 * failure ({@code CUT}), never an answer. A {@link CancellableHandler} can cancel at any time, which resets the request at
 * the provider.
 */
public final class OpenAiStreamingChatModel implements StreamingChatModel {
    private final Vertx vertx;
    private final HttpClient http;
    private final ObjectMapper json;
    private final Endpoint endpoint;
    private final ChatRequestParameters defaults;

    /**
     * Where a model is, and how patiently it is asked.
     *
     * @param url of its chat completions
     * @param ownWords whether it is OpenAI's own, which no longer takes {@code max_tokens}; others may know nothing else
     * @param firstToken how long the first token may take
     * @param pause how long may pass between tokens
     */
    public record Endpoint(
            String url, String key, String model, boolean ownWords, Duration firstToken, Duration pause) {
        /** Keeps the key out of logs. */
        @Override
        public String toString() {
            return "Endpoint[url=%s, model=%s]".formatted(url, model);
        }
    }

    public OpenAiStreamingChatModel(Vertx vertx, HttpClient http, ObjectMapper json, Endpoint endpoint) {
        this.vertx = vertx;
        this.http = http;
        this.json = json;
        this.endpoint = endpoint;
        this.defaults = DefaultChatRequestParameters.builder()
                .modelName(endpoint.model())
                .build();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return defaults;
    }

    /** Past LangChain4j's default, which would wrap a {@link CancellableHandler} into one that is none. */
    @Override
    public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
        doChat(
                ChatRequest.builder()
                        .messages(request.messages())
                        .parameters(defaults.overrideWith(request.parameters()))
                        .build(),
                handler);
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        var exchange = new ChatExchange(vertx, json, handler, endpoint.firstToken(), endpoint.pause());
        if (handler instanceof CancellableHandler cancellable) {
            cancellable.onStart(exchange);
        }
        exchange.begin(http.request(options()), body(request));
    }

    private RequestOptions options() {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(endpoint.url())
                .putHeader("Authorization", "Bearer " + endpoint.key())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "text/event-stream");
    }

    private Buffer body(ChatRequest request) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(CompletionRequest.from(request, endpoint.ownWords())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a completion request is always JSON", e);
        }
    }
}
