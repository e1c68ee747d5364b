package io.frontdesk.retrieval.knowledge;

import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;
import java.util.UUID;

/** The versions of tenants' knowledge as all services see them. */
public interface KnowledgeVersions {
    /** The version that whoever asks must see at least; nothing where it cannot be told in time. */
    Uni<OptionalLong> current(UUID tenant);

    /** Lets every later look see this version or a greater one. */
    Uni<Void> raise(UUID tenant, long version);
}
