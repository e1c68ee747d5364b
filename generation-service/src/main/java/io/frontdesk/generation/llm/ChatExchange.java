package io.frontdesk.generation.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request to a model, from its sending to its end. Tells its handler exactly one end, or none after a cancel. Runs on
 * one event loop, except for {@link #cancel}.
 */
final class ChatExchange implements StreamingHandle {
    private static final String DATA = "data:";
    private static final String DONE = "[DONE]";

    private final Vertx vertx;
    private final ObjectMapper json;
    private final StreamingChatResponseHandler handler;
    private final Duration firstToken;
    private final Duration pause;
    private final Completion completion = new Completion();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile @Nullable HttpClientRequest request;
    private long timer = -1;

    ChatExchange(
            Vertx vertx, ObjectMapper json, StreamingChatResponseHandler handler, Duration firstToken, Duration pause) {
        this.vertx = vertx;
        this.json = json;
        this.handler = handler;
        this.firstToken = firstToken;
        this.pause = pause;
    }

    void begin(Future<HttpClientRequest> connected, Buffer body) {
        waitFor(firstToken);
        connected.onSuccess(ready -> send(ready, body)).onFailure(this::unreachable);
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (over.compareAndSet(false, true)) {
            release();
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    private void send(HttpClientRequest ready, Buffer body) {
        request = ready;
        if (over.get()) {
            release();
            return;
        }
        ready.exceptionHandler(this::unreachable);
        ready.response().onSuccess(this::receive).onFailure(this::unreachable);
        ready.end(body);
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(e -> end());
        if (response.statusCode() != 200) {
            var retryAfter = RetryAfter.read(response.getHeader("Retry-After"));
            fail(LlmFailure.ofStatus(response.statusCode(), retryAfter));
            return;
        }
        var lines = RecordParser.newDelimited("\n", line -> read(line.toString().strip()));
        response.endHandler(nothing -> end());
        response.handler(lines);
    }

    private void read(String line) {
        if (over.get() || !line.startsWith(DATA)) {
            return;
        }
        String data = line.substring(DATA.length()).strip();
        if (data.equals(DONE)) {
            end();
            return;
        }
        try {
            read(json.readValue(data, CompletionChunk.class));
        } catch (JsonProcessingException e) {
            fail(new LlmFailure(LlmFailure.Kind.PROVIDER_FAILED, "an event that is no chunk"));
        }
    }

    private void read(CompletionChunk chunk) {
        if (chunk.error() != null) {
            fail(new LlmFailure(LlmFailure.Kind.PROVIDER_FAILED, "an error in the stream"));
            return;
        }
        String token = completion.add(chunk);
        if (!token.isEmpty()) {
            waitFor(pause);
            handler.onPartialResponse(new PartialResponse(token), new PartialResponseContext(this));
        }
    }

    /** Nothing more will come: the answer is whole only if the model said why it stopped. */
    private void end() {
        if (!completion.isFinished()) {
            fail(new LlmFailure(LlmFailure.Kind.CUT, "the stream ended without a finish reason"));
        } else if (over.compareAndSet(false, true)) {
            stopWaiting();
            handler.onCompleteResponse(completion.response());
        }
    }

    private void unreachable(Throwable e) {
        fail(new LlmFailure(LlmFailure.Kind.UNREACHABLE, e.getClass().getSimpleName()));
    }

    private void fail(LlmFailure failure) {
        if (over.compareAndSet(false, true)) {
            release();
            handler.onError(failure);
        }
    }

    private void waitFor(Duration patience) {
        stopWaiting();
        timer = vertx.setTimer(
                patience.toMillis(),
                fired -> fail(new LlmFailure(LlmFailure.Kind.TIMEOUT, "no token within " + patience)));
    }

    private void stopWaiting() {
        vertx.cancelTimer(timer);
    }

    /** Takes the request back at the provider, who otherwise writes, and bills, on. */
    private void release() {
        stopWaiting();
        HttpClientRequest sent = request;
        if (sent != null) {
            sent.reset();
        }
    }
}
