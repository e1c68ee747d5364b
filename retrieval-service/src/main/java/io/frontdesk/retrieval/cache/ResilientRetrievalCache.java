package io.frontdesk.retrieval.cache;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Never fails and never takes long: without an answer in time there is no cache. After a few timeouts Redis is not asked at
 * all for a second, and then by one search.
 */
final class ResilientRetrievalCache implements RetrievalCache {
    private static final int WINDOW = 10;
    private static final double FAILURES = 0.5;
    private static final long OPEN_SECONDS = 1;
    private static final TypeLiteral<Uni<List<Optional<byte[]>>>> VALUES = new TypeLiteral<>() {};
    private static final TypeLiteral<Uni<Void>> NOTHING = new TypeLiteral<>() {};

    private final RetrievalCache cache;
    private final Duration timeout;
    /** Reading and writing share it: it is one Redis that is slow. */
    private final Guard breaker = Guard.create()
            .withDescription("retrieval-cache")
            .withCircuitBreaker()
            .requestVolumeThreshold(WINDOW)
            .failureRatio(FAILURES)
            .delay(OPEN_SECONDS, ChronoUnit.SECONDS)
            .done()
            .build();

    ResilientRetrievalCache(RetrievalCache cache, Duration timeout) {
        this.cache = cache;
        this.timeout = timeout;
    }

    @Override
    public Uni<List<Optional<byte[]>>> read(List<String> keys) {
        return breaker.get(() -> ask(() -> cache.read(keys)), VALUES)
                .onFailure()
                .recoverWithItem(() -> Collections.nCopies(keys.size(), Optional.empty()));
    }

    @Override
    public Uni<Void> write(String key, byte[] value, Duration lifetime) {
        return breaker.get(() -> ask(() -> cache.write(key, value, lifetime)), NOTHING)
                .onFailure()
                .recoverWithNull();
    }

    /** A connection that Redis has closed is found out by using it, so what fails at once is tried once more. */
    private <T> Uni<T> ask(Supplier<Uni<? extends T>> call) {
        return Uni.createFrom()
                .deferred(call)
                .onFailure()
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(timeout)
                .failWith(TimeoutException::new);
    }
}
