package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.database.ReadDatabase;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.frontdesk.retrieval.knowledge.KnowledgeVersions;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * Searches on read replicas, which may lag: whoever has been told of a knowledge version finds what it holds. Where the
 * version cannot be told, and in collections that have none, the primary is searched.
 */
final class ReplicatedPassageStore implements PassageStore {
    private final ReadDatabase database;
    private final Function<TenantDatabase, PassageStore> on;
    private final PassageStore primary;
    private final KnowledgeVersions versions;

    /** @param on the store of a database */
    ReplicatedPassageStore(
            ReadDatabase database,
            TenantDatabase primary,
            Function<TenantDatabase, PassageStore> on,
            KnowledgeVersions versions) {
        this.database = database;
        this.on = on;
        this.primary = on.apply(primary);
        this.versions = versions;
    }

    @Override
    public Uni<SearchReply> find(Caller caller, SearchRequest request, Embedding question, Generation generation) {
        if (request.collection() != Collection.KNOWLEDGE) {
            return primary.find(caller, request, question, generation);
        }
        return versions.current(caller.tenantId())
                .chain(version -> version.isPresent()
                        ? findSince(version.getAsLong(), caller, request, question, generation)
                        : primary.find(caller, request, question, generation));
    }

    private Uni<SearchReply> findSince(
            long version, Caller caller, SearchRequest request, Embedding question, Generation generation) {
        return database.read(
                asked -> on.apply(asked).find(caller, request, question, generation),
                reply -> reply.knowledgeVersion() >= version);
    }
}
