package io.frontdesk.retrieval.knowledge;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Reading never fails and never takes long: without an answer in time, nothing is known. After a few timeouts Redis is not
 * asked at all for a second, and then by one search.
 */
final class ResilientKnowledgeVersions implements KnowledgeVersions {
    private static final int WINDOW = 10;
    private static final double FAILURES = 0.5;
    private static final long OPEN_SECONDS = 1;

    private final KnowledgeVersions versions;
    private final Duration timeout;
    private final TypedGuard<Uni<OptionalLong>> breaker = TypedGuard.create(new TypeLiteral<Uni<OptionalLong>>() {})
            .withDescription("knowledge-versions")
            .withCircuitBreaker()
            .requestVolumeThreshold(WINDOW)
            .failureRatio(FAILURES)
            .delay(OPEN_SECONDS, ChronoUnit.SECONDS)
            .done()
            .build();

    ResilientKnowledgeVersions(KnowledgeVersions versions, Duration timeout) {
        this.versions = versions;
        this.timeout = timeout;
    }

    @Override
    public Uni<OptionalLong> current(UUID tenant) {
        return breaker.get(() -> ask(tenant)).onFailure().recoverWithItem(OptionalLong::empty);
    }

    /** A connection that Redis has closed is found out by using it, so what fails at once is tried once more. */
    private Uni<OptionalLong> ask(UUID tenant) {
        return Uni.createFrom()
                .deferred(() -> versions.current(tenant))
                .onFailure()
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(timeout)
                .failWith(TimeoutException::new);
    }

    @Override
    public Uni<Void> raise(UUID tenant, long version) {
        return versions.raise(tenant, version);
    }
}
