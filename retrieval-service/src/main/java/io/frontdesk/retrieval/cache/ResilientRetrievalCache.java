package io.frontdesk.retrieval.cache;

import io.frontdesk.kit.resilience.TimelyCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Never fails and never takes long: without an answer in time there is no cache. After a few timeouts Redis is not asked at
 * all for a second, and then by one search.
 */
final class ResilientRetrievalCache implements RetrievalCache {
    private static final TypeLiteral<Uni<List<Optional<byte[]>>>> VALUES = new TypeLiteral<>() {};
    private static final TypeLiteral<Uni<Void>> NOTHING = new TypeLiteral<>() {};

    private final RetrievalCache cache;
    private final TimelyCalls calls;

    ResilientRetrievalCache(RetrievalCache cache, Duration timeout) {
        this.cache = cache;
        this.calls = new TimelyCalls("retrieval-cache", timeout);
    }

    @Override
    public Uni<List<Optional<byte[]>>> read(List<String> keys) {
        return calls.call(VALUES, () -> cache.read(keys))
                .onFailure()
                .recoverWithItem(() -> Collections.nCopies(keys.size(), Optional.empty()));
    }

    @Override
    public Uni<Void> write(String key, byte[] value, Duration lifetime) {
        return calls.call(NOTHING, () -> cache.write(key, value, lifetime))
                .onFailure()
                .recoverWithNull();
    }
}
