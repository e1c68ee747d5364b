package io.frontdesk.retrieval.generations;

import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.embedding.Embedding;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The vectors that chunks of a tenant lack. */
@ApplicationScoped
class PgVectorStore {
    /** Instances fill different tenants: a vector that two make is one too many. */
    private static final String TRY_LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('filling', $1) # hashtextextended($2::text, 0))";

    private static final String LACKING = """
            select id, title, heading_path, text from chunk c
            where tenant_id = $1 and not exists (
                select from chunk_vector v where v.generation = $2 and v.tenant_id = $1 and v.chunk_id = c.id)
            limit $3""";

    /** A chunk that goes away meanwhile takes no vector, and one that stays is locked until its vector is there. */
    private static final String ADD = """
            with living as (
                select * from chunk where tenant_id = $1 and id = $3 for key share
            )
            insert into chunk_vector (generation, tenant_id, chunk_id, document_id, collection, acl, metadata, embedding)
            select $2, tenant_id, id, document_id, collection, acl, metadata, $4::real[]::halfvec from living
            on conflict (generation, tenant_id, chunk_id) do nothing""";

    private final TenantDatabase database;

    PgVectorStore(TenantDatabase database) {
        this.database = database;
    }

    /**
     * Adds vectors for some of the chunks that lack them.
     *
     * @return how many; 0 also where another instance is at it
     */
    Uni<Integer> add(
            UUID tenant,
            Generation generation,
            int atMost,
            Function<List<UnembeddedChunk>, Uni<List<Embedding>>> embed) {
        return database.inTransaction(tenant, transaction -> lock(transaction, tenant, generation)
                .chain(mine -> mine
                        ? lacking(transaction, tenant, generation, atMost)
                        : Uni.createFrom().item(List.<UnembeddedChunk>of()))
                .call(chunks -> chunks.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : embed.apply(chunks).chain(vectors -> add(transaction, tenant, generation, chunks, vectors)))
                .map(List::size));
    }

    private static Uni<Boolean> lock(SqlConnection transaction, UUID tenant, Generation generation) {
        return transaction
                .preparedQuery(TRY_LOCK)
                .execute(Tuple.of((long) generation.id(), tenant.toString()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Uni<List<UnembeddedChunk>> lacking(
            SqlConnection transaction, UUID tenant, Generation generation, int atMost) {
        return transaction
                .preparedQuery(LACKING)
                .mapping(PgVectorStore::chunk)
                .execute(Tuple.of(tenant, generation.id(), atMost))
                .map(rows -> rows.stream().toList());
    }

    private static Uni<RowSet<Row>> add(
            SqlConnection transaction,
            UUID tenant,
            Generation generation,
            List<UnembeddedChunk> chunks,
            List<Embedding> vectors) {
        List<Tuple> rows = IntStream.range(0, chunks.size())
                .mapToObj(i -> Tuple.of(tenant, generation.id(), chunks.get(i).id())
                        .addArrayOfFloat(vectors.get(i).boxed()))
                .toList();
        return transaction.preparedQuery(ADD).executeBatch(rows);
    }

    private static UnembeddedChunk chunk(Row row) {
        return new UnembeddedChunk(
                row.getUUID("id"),
                row.getString("title"),
                List.of(row.getArrayOfStrings("heading_path")),
                row.getString("text"));
    }
}
