package io.frontdesk.generation.pool;

import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.llm.LlmFailure;
import io.frontdesk.generation.pool.Pick.Reserved;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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
    private final Written written;
    private int place;
    private @Nullable Attempt last;

    PooledChat(ChatPool pool, ChatAsk ask) {
        this.pool = pool;
        this.ask = ask;
        this.written = new Written(ask.beginning());
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
                ask.promptTokens() + ask.maxTokens() + ChatAsk.tokens(written.text()),
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
        var attempt = new Attempt(pool, ask, written, reserved);
        last = attempt;
        return attempt.parts()
                .onFailure(LlmFailure.class)
                .recoverWithMulti(failure -> goOn(reserved.key(), (LlmFailure) failure));
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
        if (hasBegun() && last != null) {
            return Multi.createFrom().item(new PoolPart.BrokenOff(last.model(), written.usage()));
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
}
