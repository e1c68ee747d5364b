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
    private static final String DELETE = "delete from chunk where tenant_id = $1 and document_id = $2";
    private static final String DELETE_VECTORS = "delete from chunk_vector where tenant_id = $1 and document_id = $2";

    private static final String INSERT_STAGED = """
            insert into chunk (tenant_id, id, document_id, collection, position, title, url, language, heading_path, text,
                page, acl, metadata)
            select tenant_id, id, document_id, $4, position, $5, $6, language, heading_path, text, page, $7, $8
            from staged_chunk where tenant_id = $1 and document_id = $2 and version = $3""";

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
        return delete(connection, version)
                .chain(() -> connection.preparedQuery(INSERT_STAGED).execute(content))
                .chain(() -> connection.preparedQuery(INSERT_STAGED_VECTORS).execute(PgIndexStore.key(version)))
                .replaceWithVoid();
    }

    /** Removes all chunks of the document. */
    Uni<Void> delete(SqlConnection connection, DocumentVersion version) {
        return connection
                .preparedQuery(DELETE)
                .execute(PgIndexStore.documentKey(version))
                .chain(() -> connection.preparedQuery(DELETE_VECTORS).execute(PgIndexStore.documentKey(version)))
                .replaceWithVoid();
    }
}
