package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.index.IndexReceipt;
import io.frontdesk.contracts.index.Publication;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.answers.PgLineageStore;
import io.frontdesk.retrieval.knowledge.PgKnowledgeStore;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** The index in PostgreSQL. Transactions lock the document's row first, and the tenant's knowledge last and shortly. */
@ApplicationScoped
class PgIndexStore implements IndexStore {
    private static final String LIFE =
            "select live_version, deleted_version, collection, chunks from document where tenant_id = $1 and id = $2";

    /** Where there is no row yet, there is one afterwards: so that there is something to lock. */
    private static final String LOCK = """
        insert into document (tenant_id, id) values ($1, $2)
        on conflict (tenant_id, id) do update set id = excluded.id
        returning live_version, deleted_version, collection, chunks\
        """;

    private static final String MAKE_LIVE =
            "update document set live_version = $3, collection = $4, chunks = $5 where tenant_id = $1 and id = $2";
    private static final String BURY =
            "update document set live_version = null, deleted_version = $3, chunks = 0 where tenant_id = $1 and id ="
                    + " $2";

    private final TenantDatabase database;
    private final PgStagingStore staged;
    private final PgChunkStore searched;
    private final PgKnowledgeStore knowledge;
    private final PgLineageStore answers;

    PgIndexStore(
            TenantDatabase database,
            PgStagingStore staged,
            PgChunkStore searched,
            PgKnowledgeStore knowledge,
            PgLineageStore answers) {
        this.database = database;
        this.staged = staged;
        this.searched = searched;
        this.knowledge = knowledge;
        this.answers = answers;
    }

    @Override
    public Uni<Boolean> lacks(DocumentVersion version) {
        return database.query(
                        version.tenant(),
                        connection -> connection.preparedQuery(LIFE).execute(documentKey(version)))
                .map(PgIndexStore::life)
                .map(life -> life.lacks(version.version()));
    }

    @Override
    public Uni<Void> stage(DocumentVersion version, List<StagedChunk> chunks) {
        return database.inTransaction(version.tenant(), connection -> staged.stage(connection, version, chunks));
    }

    @Override
    public Uni<IndexReceipt> publish(DocumentVersion version, Publication publication) {
        return database.inTransaction(version.tenant(), connection -> lock(connection, version)
                        .chain(life -> life.lacks(version.version())
                                ? replace(connection, version, life, publication)
                                : receipt(connection, version, life.chunks())))
                .onFailure(RetrievalError.StageIncomplete.class)
                .call(() -> unstage(version));
    }

    /** What is left of another way to cut the document would be counted again and again. */
    private Uni<Void> unstage(DocumentVersion version) {
        return database.inTransaction(version.tenant(), connection -> staged.unstage(connection, version));
    }

    @Override
    public Uni<IndexReceipt> remove(DocumentVersion version) {
        return database.inTransaction(version.tenant(), connection -> lock(connection, version)
                .chain(life -> life.survives(version.version())
                        ? bury(connection, version, life)
                        : receipt(connection, version, 0)));
    }

    private Uni<IndexReceipt> replace(
            SqlConnection connection, DocumentVersion version, DocumentLife life, Publication publication) {
        Tuple live = key(version).addString(publication.collection().wireName()).addInteger(publication.chunks());
        int known = publication.collection() == Collection.KNOWLEDGE ? publication.chunks() : 0;
        return staged.count(connection, version)
                .invoke(count -> requireComplete(publication, count))
                .chain(() -> searched.replace(connection, version, publication))
                .chain(() -> staged.unstage(connection, version))
                .chain(() -> run(connection, MAKE_LIVE, live))
                .chain(() -> receipt(connection, version, publication.chunks(), known, life.known()));
    }

    private static void requireComplete(Publication publication, long staged) {
        if (staged != publication.chunks()) {
            throw new RetrievalError.StageIncomplete(publication.chunks(), staged);
        }
    }

    private Uni<IndexReceipt> bury(SqlConnection connection, DocumentVersion version, DocumentLife life) {
        return searched.delete(connection, version)
                .chain(() -> staged.unstage(connection, version))
                .chain(() -> run(connection, BURY, key(version)))
                .chain(() -> receipt(connection, version, 0, 0, life.known()));
    }

    private static Uni<DocumentLife> lock(SqlConnection connection, DocumentVersion version) {
        return connection.preparedQuery(LOCK).execute(documentKey(version)).map(PgIndexStore::life);
    }

    /** Where no chunk of the tenant's knowledge came or went, nothing changes for searches, and the version stays. */
    private Uni<IndexReceipt> receipt(
            SqlConnection connection, DocumentVersion version, int chunks, int added, int removed) {
        return added == 0 && removed == 0
                ? receipt(connection, version, chunks)
                : knowledge
                        .raise(connection, version.tenant(), version.document(), added, removed)
                        .call(raised -> answers.withdraw(connection, version.tenant(), version.document(), raised))
                        .map(raised -> new IndexReceipt(raised, chunks));
    }

    private Uni<IndexReceipt> receipt(SqlConnection connection, DocumentVersion version, int chunks) {
        return knowledge.version(connection, version.tenant()).map(present -> new IndexReceipt(present, chunks));
    }

    private static Uni<Void> run(SqlConnection connection, String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments).replaceWithVoid();
    }

    /** Tenant, document and version, as statements take them; new each time, since more is added to it. */
    static Tuple key(DocumentVersion version) {
        return Tuple.of(version.tenant(), version.document(), version.version());
    }

    static Tuple documentKey(DocumentVersion version) {
        return Tuple.of(version.tenant(), version.document());
    }

    private static DocumentLife life(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? life(row.next()) : DocumentLife.UNKNOWN;
    }

    private static DocumentLife life(Row row) {
        return new DocumentLife(
                row.getLong("live_version"),
                row.getLong("deleted_version"),
                Collection.valueOf(row.getString("collection").toUpperCase(Locale.ROOT)),
                row.getInteger("chunks"));
    }
}
