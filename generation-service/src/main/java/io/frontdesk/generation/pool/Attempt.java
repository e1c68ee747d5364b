package io.frontdesk.generation.pool;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.frontdesk.generation.llm.ChatPart;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.pool.Pick.Reserved;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One key's part of an answer, which ends once, and of whose end the pool learns. Not thread-safe. */
final class Attempt {
    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private final ChatPool pool;
    private final ChatAsk ask;
    private final Written written;
    private final Reserved reserved;
    private final String model;
    private final AtomicBoolean ended = new AtomicBoolean();
    private int tokens;
    private @Nullable TokenUsage told;
    private long heardAt;

    /** @param written what stands already; takes what this key adds */
    Attempt(ChatPool pool, ChatAsk ask, Written written, Reserved reserved) {
        this.pool = pool;
        this.ask = ask;
        this.written = written;
        this.reserved = reserved;
        this.model = reserved.key().model(ask.tier());
    }

    String model() {
        return model;
    }

    Multi<PoolPart> parts() {
        var picked = new PoolPart.Picked(
                reserved.key().alias(), reserved.key().provider(), model, reserved.ofConversation());
        Multi<PoolPart> parts = pool.ask(reserved.key(), model, request())
                .map(this::take)
                .onTermination()
                .invoke(this::end);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(picked), parts);
    }

    private ChatRequest request() {
        List<ChatMessage> messages = new ArrayList<>(ask.messages());
        if (!written.isEmpty()) {
            messages.add(AiMessage.from(written.text()));
        }
        var request = ChatRequest.builder().messages(messages).modelName(model).maxOutputTokens(ask.maxTokens());
        ask.temperature().ifPresent(request::temperature);
        return request.build();
    }

    private PoolPart take(ChatPart part) {
        if (heardAt == 0) {
            heardAt = System.nanoTime();
        }
        return switch (part) {
            case ChatPart.Token(String text) -> {
                tokens++;
                written.add(text);
                yield new PoolPart.Token(text);
            }
            case ChatPart.End(ChatResponse response) -> {
                if (written.isEmpty()) {
                    throw LlmFailure.nothingSaid();
                }
                told = response.tokenUsage();
                end(null, false);
                yield new PoolPart.End(response.finishReason(), model, written.usage());
            }
        };
    }

    /** The pool learns of it beside the answer, which does not wait; where it does not, the lease ends. */
    private void end(@Nullable Throwable failure, boolean cancelled) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        TokenUsage taken = taken();
        written.took(reserved.key().prices().of(taken));
        Verdict verdict = verdict(failure, cancelled);
        String reason = failure instanceof LlmFailure known ? known.kind().label() : verdict.label();
        Duration rest = failure instanceof LlmFailure known ? known.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        pool.count(reserved.key(), cancelled ? "cancelled" : failure == null ? "success" : reason);
        pool.store()
                .end(new End(reserved, heardAgo(), taken.totalTokenCount(), verdict, rest, reason))
                .subscribe()
                .with(
                        done -> {},
                        e -> LOG.warnf(
                                "The end of a request of key %s was not noted: %s",
                                reserved.key().alias(), e));
    }

    private Duration heardAgo() {
        return heardAt == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - heardAt);
    }

    private static Verdict verdict(@Nullable Throwable failure, boolean cancelled) {
        if (cancelled) {
            return Verdict.NONE;
        }
        if (failure == null) {
            return Verdict.SUCCESS;
        }
        return failure instanceof LlmFailure known ? Verdict.of(known.kind()) : Verdict.NONE;
    }

    /** As the provider counted; else as was seen: nothing where it has not begun. */
    private TokenUsage taken() {
        if (told != null && told.totalTokenCount() != null) {
            return told;
        }
        return tokens == 0 ? new TokenUsage(0, 0, 0) : new TokenUsage(ask.promptTokens(), tokens);
    }
}
