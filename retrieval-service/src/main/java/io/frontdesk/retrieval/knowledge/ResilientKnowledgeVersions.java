package io.frontdesk.retrieval.knowledge;

import io.frontdesk.kit.resilience.TimelyCalls;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Reading never fails and never takes long: without an answer in time, nothing is known. After a few timeouts Redis is not
 * asked at all for a second, and then by one search.
 */
final class ResilientKnowledgeVersions implements KnowledgeVersions {
    private static final TypeLiteral<Uni<OptionalLong>> VERSION = new TypeLiteral<>() {};

    private final KnowledgeVersions versions;
    private final TimelyCalls calls;

    ResilientKnowledgeVersions(KnowledgeVersions versions, Duration timeout) {
        this.versions = versions;
        this.calls = new TimelyCalls("knowledge-versions", timeout);
    }

    @Override
    public Uni<OptionalLong> current(UUID tenant) {
        return calls.call(VERSION, () -> versions.current(tenant)).onFailure().recoverWithItem(OptionalLong::empty);
    }

    @Override
    public Uni<Void> raise(UUID tenant, long version) {
        return versions.raise(tenant, version);
    }
}
