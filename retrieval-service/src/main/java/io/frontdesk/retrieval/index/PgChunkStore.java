package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.index.Publication;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;

/** Chunks that are searched, with their vectors. Runs in the transactions of {@link PgIndexStore}. */
@ApplicationScoped
class PgChunkStore {
    private static final String DELETE_VECTORS = "delete from chunk_vector where tenant_id = $1 and document_id = $2";

    /** What comes and goes with how often its words stand in the tenant's chunks; in order, so that nobody waits in a ring. */
    private static final String COUNT_WORDS = """
            insert into word (tenant_id, collection, lexeme, chunks)
            select tenant_id, collection, lexeme, sum(change)
            from changed cross join unnest(tsvector_to_array(words)) as lexeme
            group by tenant_id, collection, lexeme having sum(change) <> 0
            order by collection, lexeme collate "C"
            on conflict (tenant_id, collection, lexeme) do update set chunks = word.chunks + excluded.chunks""";

    private static final String DELETE = """
            with changed as (
                delete from chunk where tenant_id = $1 and document_id = $2
                returning tenant_id, collection, words, -1 as change)
            """ + COUNT_WORDS;

    private static final String REPLACE = """
            with gone as (
                delete from chunk where tenant_id = $1 and document_id = $2
                returning tenant_id, collection, words, -1 as change
            ), come as (
                insert into chunk (tenant_id, id, document_id, collection, position, title, url, language, heading_path, text,
                    page, acl, metadata)
                select tenant_id, id, document_id, $4, position, $5, $6, language, heading_path, text, page, $7, $8
                from staged_chunk where tenant_id = $1 and document_id = $2 and version = $3
                returning tenant_id, collection, words, 1 as change
            ), changed as (select * from gone union all select * from come)
            """ + COUNT_WORDS;

    private static final String INSERT_STAGED_VECTORS = """
            insert into chunk_vector (generation, tenant_id, chunk_id, document_id, collection, acl, metadata, embedding)
            select v.generation, c.tenant_id, c.id, c.document_id, c.collection, c.acl, c.metadata, v.embedding
            from staged_vector v join chunk c using (tenant_id, document_id, position)
            where v.tenant_id = $1 and v.document_id = $2 and v.version = $3
                and v.generation in (select id from generation where state <> 'retired')""";

    /** Puts the staged chunks of a version in the place of those that the document had. */
    Uni<Void> replace(SqlConnection connection, DocumentVersion version, Publication publication) {
        Tuple content = PgIndexStore.key(version)
                .addString(publication.collection().wireName())
                .addString(publication.title())
                .addString(publication.url())
                .addArrayOfString(publication.acl().toArray(String[]::new))
                .addJsonObject(new JsonObject(new LinkedHashMap<>(publication.metadata())));
        return connection
                .preparedQuery(REPLACE)
                .execute(content)
                .chain(() -> deleteVectors(connection, version))
                .chain(() -> connection.preparedQuery(INSERT_STAGED_VECTORS).execute(PgIndexStore.key(version)))
                .replaceWithVoid();
    }

    /** Removes all chunks of the document. */
    Uni<Void> delete(SqlConnection connection, DocumentVersion version) {
        return connection
                .preparedQuery(DELETE)
                .execute(PgIndexStore.documentKey(version))
                .chain(() -> deleteVectors(connection, version));
    }

    private static Uni<Void> deleteVectors(SqlConnection connection, DocumentVersion version) {
        return connection
                .preparedQuery(DELETE_VECTORS)
                .execute(PgIndexStore.documentKey(version))
                .replaceWithVoid();
    }
}
