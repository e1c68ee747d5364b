package io.frontdesk.generation.pool;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Money;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.generation.llm.ChatPart;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.pool.Pick.Reserved;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request to the pool, over all the keys that it takes. Not thread-safe; its signals come one after the other. */
final class PooledChat {
    private static final Logger LOG = Logger.getLogger(PooledChat.class);

    private final ChatPool pool;
    private final ChatAsk ask;
    private final long begun = System.nanoTime();
    private final Set<String> tried = new HashSet<>();
    private final StringBuilder written = new StringBuilder();
    private int place;
    private @Nullable Attempt last;
    private @Nullable Usage usage;

    PooledChat(ChatPool pool, ChatAsk ask) {
        this.pool = pool;
        this.ask = ask;
    }

    Multi<PoolPart> begin() {
        return attempt(null);
    }

    /** @param failure of the attempt before */
    private Multi<PoolPart> attempt(@Nullable LlmFailure failure) {
        List<LlmKey> keys = pool.ring().keys();
        List<Candidate> candidates = Candidate.of(keys, ask.tier(), tried, hasBegun());
        if (candidates.isEmpty()) {
            return giveUp(failure, null);
        }
        var request = new PickRequest(
                Ids.next().toString(),
                ask.conversation().toString(),
                candidates,
                ask.promptTokens() + ask.maxTokens() + (hasBegun() ? ChatAsk.tokens(written.toString()) : 0),
                hasBegun() ? Duration.ZERO : pool.config().patience(),
                hasBegun());
        return picks(request).onItem().transformToMultiAndConcatenate(pick -> switch (pick) {
            case Pick.Waiting waiting -> told(waiting);
            case Pick.Exhausted exhausted -> giveUp(failure, exhausted.delay());
            case Reserved reserved -> write(reserved);
        });
    }

    /** Places in the queue, until it is known how that ends. */
    private Multi<Pick> picks(PickRequest request) {
        var waits = new AtomicBoolean();
        return Uni.createFrom()
                .deferred(() -> pool.store().pick(request))
                .invoke(pick -> waits.set(pick instanceof Pick.Waiting))
                .repeat()
                .withDelay(pool.config().poll())
                .whilst(Pick.Waiting.class::isInstance)
                .onCancellation()
                .call(() -> waits.get()
                        ? pool.store().leave(request.id())
                        : Uni.createFrom().voidItem());
    }

    private Multi<PoolPart> told(Pick.Waiting waiting) {
        if (waiting.place() == place) {
            return Multi.createFrom().empty();
        }
        place = waiting.place();
        return Multi.createFrom().item(new PoolPart.Waiting(place));
    }

    private Multi<PoolPart> write(Reserved reserved) {
        var attempt = new Attempt(reserved);
        last = attempt;
        Multi<PoolPart> parts = pool.ask(reserved.key(), attempt.model, request(attempt.model))
                .map(attempt::take)
                .onTermination()
                .invoke(attempt::end);
        var picked = new PoolPart.Picked(
                reserved.key().alias(), reserved.key().provider(), attempt.model, reserved.ofConversation());
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(picked), parts)
                .onFailure(LlmFailure.class)
                .recoverWithMulti(failure -> goOn(reserved.key(), (LlmFailure) failure));
    }

    private ChatRequest request(String model) {
        List<ChatMessage> messages = new ArrayList<>(ask.messages());
        if (hasBegun()) {
            messages.add(AiMessage.from(written.toString()));
        }
        var request = ChatRequest.builder().messages(messages).modelName(model).maxOutputTokens(ask.maxTokens());
        ask.temperature().ifPresent(request::temperature);
        return request.build();
    }

    private Multi<PoolPart> goOn(LlmKey key, LlmFailure failure) {
        LOG.debugf("Key %s failed: %s", key.alias(), failure.getMessage());
        tried.add(key.alias());
        if (hasBegun()) {
            return attempt(failure);
        }
        var config = pool.config();
        if (tried.size() >= config.attempts()
                || System.nanoTime() - begun > config.attemptsWithin().toNanos()) {
            return giveUp(failure, null);
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(pool.backOff(tried.size()))
                .onItem()
                .transformToMulti(nothing -> attempt(failure));
    }

    /** Midway there is an end without an end; before, a failure that says when to come back. */
    private Multi<PoolPart> giveUp(@Nullable LlmFailure failure, @Nullable Duration delay) {
        if (hasBegun()) {
            return Multi.createFrom().item(new PoolPart.BrokenOff(Objects.requireNonNull(last).model, usage()));
        }
        if (tried.isEmpty()) {
            return Multi.createFrom().failure(LlmFailure.exhausted(failure, delay));
        }
        // Those that failed here may be the first that can be used again.
        return pool.store()
                .states(pool.ring().keys())
                .map(states -> states.earliest().orElse(null))
                .onFailure()
                .recoverWithItem(delay)
                .onItem()
                .transformToMulti(earliest -> Multi.createFrom().failure(LlmFailure.exhausted(failure, earliest)));
    }

    private boolean hasBegun() {
        return !written.isEmpty();
    }

    private Usage usage() {
        return usage == null ? Usage.NONE : usage;
    }

    /** All prices are in the installation's currency. */
    private static Usage sum(Usage one, Usage other) {
        return new Usage(
                one.promptTokens() + other.promptTokens(),
                one.completionTokens() + other.completionTokens(),
                new Money(
                        one.cost().micros() + other.cost().micros(), one.cost().currency()));
    }

    /** One key's part. */
    private final class Attempt {
        private final Reserved reserved;
        private final String model;
        private final AtomicBoolean ended = new AtomicBoolean();
        private int tokens;
        private @Nullable TokenUsage told;

        private Attempt(Reserved reserved) {
            this.reserved = reserved;
            this.model = reserved.key().model(ask.tier());
        }

        private PoolPart take(ChatPart part) {
            return switch (part) {
                case ChatPart.Token(String text) -> {
                    tokens++;
                    written.append(text);
                    yield new PoolPart.Token(text);
                }
                case ChatPart.End(ChatResponse response) -> {
                    if (!hasBegun()) {
                        throw LlmFailure.nothingSaid();
                    }
                    told = response.tokenUsage();
                    end(null, false);
                    yield new PoolPart.End(response.finishReason(), model, usage());
                }
            };
        }

        /** The pool learns of it beside the answer, which does not wait; where it does not, the lease ends. */
        private void end(@Nullable Throwable failure, boolean cancelled) {
            if (!ended.compareAndSet(false, true)) {
                return;
            }
            TokenUsage taken = taken();
            Usage ofThis = reserved.key().prices().of(taken);
            usage = usage == null ? ofThis : sum(usage, ofThis);
            Verdict verdict = verdict(failure, cancelled);
            String reason = failure instanceof LlmFailure known ? known.kind().label() : verdict.label();
            Duration rest =
                    failure instanceof LlmFailure known ? known.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
            pool.count(reserved.key(), cancelled ? "cancelled" : failure == null ? "success" : reason);
            pool.store()
                    .end(new End(reserved, taken.totalTokenCount(), verdict, rest, reason))
                    .subscribe()
                    .with(
                            done -> {},
                            e -> LOG.warnf(
                                    "The end of a request of key %s was not noted: %s",
                                    reserved.key().alias(), e));
        }

        private Verdict verdict(@Nullable Throwable failure, boolean cancelled) {
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
}
