package io.frontdesk.retrieval.index;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The knowledge versions as all services see them. */
public interface KnowledgeVersions {
    /** Lets every later look see this version or a greater one. */
    Uni<Void> raise(UUID tenant, long version);
}
