package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The index in PostgreSQL. Transactions lock the document's row first, and the tenant's knowledge last and shortly. */
@ApplicationScoped
class PgIndexStore implements IndexStore {
    /** SQLSTATE: character_not_in_repertoire, untranslatable_character, program_limit_exceeded. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05", "54000");

    private static final String LIFE =
            "select live_version, deleted_version, chunks from document where tenant_id = $1 and id = $2";

    /** Where there is no row yet, there is one afterwards: so that there is something to lock. */
    private static final String LOCK = """
            insert into document (tenant_id, id) values ($1, $2)
            on conflict (tenant_id, id) do update set id = excluded.id
            returning live_version, deleted_version, chunks""";

    private static final String STAGE = """
            insert into staged_chunk (tenant_id, document_id, version, position, id, language, heading_path, text, page, embedding)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::real[]::halfvec(384))
            on conflict (tenant_id, document_id, version, position) do update set
                id = excluded.id, language = excluded.language, heading_path = excluded.heading_path,
                text = excluded.text, page = excluded.page, embedding = excluded.embedding""";

    private static final String COUNT_STAGED =
            "select count(*) from staged_chunk where tenant_id = $1 and document_id = $2 and version = $3";
    private static final String UNSTAGE =
            "delete from staged_chunk where tenant_id = $1 and document_id = $2 and version <= $3";
    private static final String DELETE_CHUNKS = "delete from chunk where tenant_id = $1 and document_id = $2";

    private static final String INSERT_STAGED = """
            insert into chunk (tenant_id, id, document_id, position, title, url, language, heading_path, text, page,
                acl, metadata, embedding)
            select tenant_id, id, document_id, position, $4, $5, language, heading_path, text, page, $6, $7, embedding
            from staged_chunk where tenant_id = $1 and document_id = $2 and version = $3""";

    private static final String MAKE_LIVE =
            "update document set live_version = $3, chunks = $4 where tenant_id = $1 and id = $2";
    private static final String BURY =
            "update document set live_version = null, deleted_version = $3, chunks = 0 where tenant_id = $1 and id = $2";

    private static final String KNOWLEDGE = "select coalesce((select version from knowledge where tenant_id = $1), 0)";

    private static final String RAISE_KNOWLEDGE = """
            insert into knowledge (tenant_id, version, languages)
            select $1, 1, coalesce(array_agg(distinct language) filter (where language is not null), '{}')
            from chunk where tenant_id = $1 and document_id = $2
            on conflict (tenant_id) do update set version = knowledge.version + 1, languages = array(
                select distinct unnest(knowledge.languages || excluded.languages))
            returning version""";

    private final TenantDatabase database;

    PgIndexStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Boolean> lacks(DocumentVersion version) {
        return database.query(version.tenant(), connection -> connection
                        .preparedQuery(LIFE)
                        .execute(Tuple.of(version.tenant(), version.document())))
                .map(PgIndexStore::life)
                .map(life -> life.lacks(version.version()));
    }

    @Override
    public Uni<Void> stage(DocumentVersion version, List<StagedChunk> chunks) {
        List<Tuple> rows = chunks.stream().map(chunk -> row(version, chunk)).toList();
        return database.inTransaction(
                        version.tenant(),
                        connection -> connection.preparedQuery(STAGE).executeBatch(rows))
                .onFailure(PgIndexStore::isUnstorable)
                .transform(e -> new RetrievalError.Unstorable())
                .replaceWithVoid();
    }

    @Override
    public Uni<IndexReceipt> publish(DocumentVersion version, Publication publication) {
        return database.inTransaction(version.tenant(), connection -> lock(connection, version)
                        .chain(life -> life.lacks(version.version())
                                ? replace(connection, version, publication)
                                : receipt(connection, version, life.chunks())))
                .onFailure(RetrievalError.StageIncomplete.class)
                .call(() -> unstage(version))
                .onFailure(PgIndexStore::isUnstorable)
                .transform(e -> new RetrievalError.Unstorable());
    }

    /** What is left of another way to cut the document would be counted again and again. */
    private Uni<Void> unstage(DocumentVersion version) {
        return database.query(version.tenant(), connection -> run(connection, UNSTAGE, key(version)));
    }

    @Override
    public Uni<IndexReceipt> remove(DocumentVersion version) {
        return database.inTransaction(version.tenant(), connection -> lock(connection, version)
                .chain(life -> life.survives(version.version())
                        ? bury(connection, version, life)
                        : receipt(connection, version, 0)));
    }

    private Uni<IndexReceipt> replace(SqlConnection connection, DocumentVersion version, Publication publication) {
        Tuple key = key(version);
        Tuple content = key(version)
                .addString(publication.title())
                .addString(publication.url())
                .addArrayOfString(publication.acl().toArray(String[]::new))
                .addJsonObject(new JsonObject(new LinkedHashMap<>(publication.metadata())));
        return number(connection, COUNT_STAGED, key)
                .invoke(staged -> requireComplete(publication, staged))
                .chain(() -> run(connection, DELETE_CHUNKS, document(version)))
                .chain(() -> run(connection, INSERT_STAGED, content))
                .chain(() -> run(connection, UNSTAGE, key))
                .chain(() -> run(connection, MAKE_LIVE, key(version).addInteger(publication.chunks())))
                .chain(() -> raisedReceipt(connection, version, publication.chunks()));
    }

    private static void requireComplete(Publication publication, long staged) {
        if (staged != publication.chunks()) {
            throw new RetrievalError.StageIncomplete(publication.chunks(), staged);
        }
    }

    /** Where nothing was searched, nothing changes for searches: only the tombstone is set. */
    private Uni<IndexReceipt> bury(SqlConnection connection, DocumentVersion version, DocumentLife life) {
        return run(connection, DELETE_CHUNKS, document(version))
                .chain(() -> run(connection, UNSTAGE, key(version)))
                .chain(() -> run(connection, BURY, key(version)))
                .chain(() -> life.liveVersion() == null
                        ? receipt(connection, version, 0)
                        : raisedReceipt(connection, version, 0));
    }

    private static Uni<DocumentLife> lock(SqlConnection connection, DocumentVersion version) {
        return connection.preparedQuery(LOCK).execute(document(version)).map(PgIndexStore::life);
    }

    private static Uni<IndexReceipt> receipt(SqlConnection connection, DocumentVersion version, int chunks) {
        return number(connection, KNOWLEDGE, Tuple.of(version.tenant()))
                .map(knowledge -> new IndexReceipt(knowledge, chunks));
    }

    private static Uni<IndexReceipt> raisedReceipt(SqlConnection connection, DocumentVersion version, int chunks) {
        return number(connection, RAISE_KNOWLEDGE, document(version))
                .map(knowledge -> new IndexReceipt(knowledge, chunks));
    }

    private static Uni<Void> run(SqlConnection connection, String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    private static Uni<Long> number(SqlConnection connection, String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments).map(rows -> rows.iterator()
                .next()
                .getLong(0));
    }

    private static Tuple document(DocumentVersion version) {
        return Tuple.of(version.tenant(), version.document());
    }

    private static Tuple key(DocumentVersion version) {
        return Tuple.of(version.tenant(), version.document(), version.version());
    }

    private static Tuple row(DocumentVersion version, StagedChunk chunk) {
        return key(version)
                .addInteger(chunk.position())
                .addUUID(chunk.id())
                .addString(chunk.language())
                .addArrayOfString(chunk.headingPath().toArray(String[]::new))
                .addString(chunk.text())
                .addInteger(chunk.page())
                .addArrayOfFloat(chunk.embedding().boxed());
    }

    private static DocumentLife life(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? life(row.next()) : DocumentLife.UNKNOWN;
    }

    private static DocumentLife life(Row row) {
        return new DocumentLife(row.getLong("live_version"), row.getLong("deleted_version"), row.getInteger("chunks"));
    }

    private static boolean isUnstorable(Throwable e) {
        return e instanceof PgException refused && UNSTORABLE.contains(refused.getSqlState());
    }
}
