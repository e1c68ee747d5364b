package io.frontdesk.retrieval.synonyms;

import io.frontdesk.retrieval.knowledge.KnowledgeVersions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The synonyms of tenants. They change what searches find, and so they raise the knowledge version as documents do. */
@ApplicationScoped
class Synonyms {
    private final PgSynonymStore store;
    private final KnowledgeVersions versions;

    Synonyms(PgSynonymStore store, KnowledgeVersions versions) {
        this.store = store;
        this.versions = versions;
    }

    Uni<List<List<String>>> of(UUID tenant) {
        return store.find(tenant);
    }

    /** Done when every gateway sees the new knowledge version. */
    Uni<Void> replace(UUID tenant, List<List<String>> groups) {
        return store.replace(tenant, groups).chain(version -> versions.raise(tenant, version));
    }
}
