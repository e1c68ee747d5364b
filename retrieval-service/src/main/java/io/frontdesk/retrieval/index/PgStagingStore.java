package io.frontdesk.retrieval.index;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Chunks that no search sees yet. Runs in the transactions of {@link PgIndexStore}. */
@ApplicationScoped
class PgStagingStore {
    private static final String STAGE = """
            insert into staged_chunk (tenant_id, document_id, version, position, id, language, heading_path, text, page)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (tenant_id, document_id, version, position) do update set
                id = excluded.id, language = excluded.language, heading_path = excluded.heading_path,
                text = excluded.text, page = excluded.page""";

    private static final String STAGE_VECTOR = """
            insert into staged_vector (tenant_id, document_id, version, position, generation, embedding)
            values ($1, $2, $3, $4, $5, $6::real[]::halfvec)
            on conflict (tenant_id, document_id, version, position, generation) do update set
                embedding = excluded.embedding""";

    /** Those that can be searched: with a vector of the generation that is live, and stays so until the transaction ends. */
    private static final String COUNT = """
            select count(*) from staged_chunk join staged_vector using (tenant_id, document_id, version, position)
            where tenant_id = $1 and document_id = $2 and version = $3
                and generation = (select id from generation where state = 'live')""";

    private static final String HOLD_GENERATION = "select hold_generation()";
    private static final String UNSTAGE =
            "delete from staged_chunk where tenant_id = $1 and document_id = $2 and version <= $3";
    private static final String UNSTAGE_VECTORS =
            "delete from staged_vector where tenant_id = $1 and document_id = $2 and version <= $3";

    Uni<Void> stage(SqlConnection connection, DocumentVersion version, List<StagedChunk> chunks) {
        List<Tuple> rows = chunks.stream().map(chunk -> row(version, chunk)).toList();
        List<Tuple> vectors =
                chunks.stream().flatMap(chunk -> vectors(version, chunk)).toList();
        return connection
                .preparedQuery(STAGE)
                .executeBatch(rows)
                .chain(() -> connection.preparedQuery(STAGE_VECTOR).executeBatch(vectors))
                .replaceWithVoid();
    }

    Uni<Long> count(SqlConnection connection, DocumentVersion version) {
        return connection
                .query(HOLD_GENERATION)
                .execute()
                .chain(() -> connection.preparedQuery(COUNT).execute(PgIndexStore.key(version)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Forgets what was staged of this version and of those before it. */
    Uni<Void> unstage(SqlConnection connection, DocumentVersion version) {
        return connection
                .preparedQuery(UNSTAGE)
                .execute(PgIndexStore.key(version))
                .chain(() -> connection.preparedQuery(UNSTAGE_VECTORS).execute(PgIndexStore.key(version)))
                .replaceWithVoid();
    }

    private static Tuple row(DocumentVersion version, StagedChunk chunk) {
        return PgIndexStore.key(version)
                .addInteger(chunk.position())
                .addUUID(chunk.id())
                .addString(chunk.language())
                .addArrayOfString(chunk.headingPath().toArray(String[]::new))
                .addString(chunk.text())
                .addInteger(chunk.page());
    }

    private static Stream<Tuple> vectors(DocumentVersion version, StagedChunk chunk) {
        return chunk.vectors().stream().map(vector -> PgIndexStore.key(version)
                .addInteger(chunk.position())
                .addInteger(vector.generation().id())
                .addArrayOfFloat(vector.embedding().boxed()));
    }
}
