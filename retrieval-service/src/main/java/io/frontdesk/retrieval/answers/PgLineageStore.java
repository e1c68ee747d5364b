package io.frontdesk.retrieval.answers;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What a changed document takes away. Runs in the transaction of the change. */
@ApplicationScoped
public class PgLineageStore {
    /**
     * Answers that were written from the document as it was; those that would have found one of its chunks as it is, which is
     * as near to their question as the farthest passage that they found, and visible to those whom they are for; and those
     * whose question has no vector of the searched generation, so that this cannot be told. As near is up to rounding.
     */
    private static final String WITHDRAW = """
        with live as (
            select id from generation where state = 'live'
        ), added as materialized (
            select acl, metadata, embedding from chunk_vector
            where tenant_id = $1 and document_id = $2 and generation = (select id from live) and collection = 'knowledge'
        ), gone as (
            delete from answer a
            where tenant_id = $1 and case
                when $2 = any (a.documents) or a.generation <> (select id from live) then true
                else exists (
                    select from added n
                    where (n.acl <@ a.acl or '*' = any (a.acl)) and n.metadata @> a.filters
                        and 1 - (n.embedding <=> a.question_vector) >= a.reach - 0.000001)
                end
            returning cache_key
        )
        insert into withdrawn_answer (tenant_id, cache_key, knowledge_version)
        select distinct $1::uuid, cache_key, $3::bigint from gone
        on conflict (tenant_id, cache_key) do update set knowledge_version = excluded.knowledge_version\
        """;

    /**
     * Removes the answers that a change of a document makes doubtful, and notes that they are to be withdrawn.
     *
     * @param connection that of the transaction, after the new chunks are in and the knowledge is locked by its new version, so
     *     that no answer searched before can be stored any more
     * @param knowledgeVersion the new one
     */
    public Uni<Void> withdraw(SqlConnection connection, UUID tenant, UUID document, long knowledgeVersion) {
        return connection
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(tenant, document, knowledgeVersion))
                .replaceWithVoid();
    }
}
