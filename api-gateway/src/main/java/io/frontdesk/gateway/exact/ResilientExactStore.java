package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.KeptAnswer;
import io.frontdesk.kit.resilience.TimelyCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.Optional;

/** Never takes long: without an answer in time it fails. */
final class ResilientExactStore implements ExactStore {
    private static final TypeLiteral<Uni<Optional<KeptAnswer>>> ANSWER = new TypeLiteral<>() {};

    private final ExactStore store;
    private final TimelyCalls calls;
    private final Counter failed;

    ResilientExactStore(ExactStore store, Duration timeout, MeterRegistry metrics) {
        this.store = store;
        this.calls = new TimelyCalls("answer-cache", timeout);
        this.failed = Counter.builder("frontdesk_answer_cache_failures")
                .description("Questions whose answer may be known, but the cache could not be read")
                .register(metrics);
    }

    @Override
    public Uni<Optional<KeptAnswer>> find(String key, Duration lifetime) {
        return calls.call(ANSWER, () -> store.find(key, lifetime)).onFailure().invoke(e -> failed.increment());
    }
}
