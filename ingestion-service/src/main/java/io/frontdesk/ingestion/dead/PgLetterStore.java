package io.frontdesk.ingestion.dead;

import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.OutboxStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dead letters as rows: those that the transactions can see. */
public final class PgLetterStore implements LetterStore {
    private static final String MEANT = """
            FROM dead_letter
            WHERE ($1::text IS NULL OR code = $1) AND ($2::text IS NULL OR stage = $2)
                AND ($3::uuid IS NULL OR tenant_id = $3)
            """;
    private static final String LIST = "SELECT " + LetterRows.COLUMNS + " " + MEANT + """
                AND id < coalesce($4, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
            ORDER BY id DESC LIMIT $5
            """;
    private static final String COUNT = "SELECT count(*) AS n " + MEANT;
    private static final String NEXT = "SELECT " + LetterRows.COLUMNS + " " + MEANT + "ORDER BY tried_at, id LIMIT $4";
    private static final String FIND = "SELECT " + LetterRows.COLUMNS + " FROM dead_letter WHERE id = $1";
    private static final String KEPT =
            "SELECT " + LetterRows.RECORD_COLUMNS + " FROM dead_letter WHERE id = $1 AND topic IS NOT NULL";
    private static final String CLAIM = """
            UPDATE dead_letter SET
                busy_until = clock_timestamp() + $2 * interval '1 millisecond', tried_at = clock_timestamp()
            WHERE id = $1 AND topic IS NOT NULL AND (busy_until IS NULL OR busy_until < clock_timestamp())
            RETURNING\s""" + LetterRows.RECORD_COLUMNS;
    private static final String RELEASE = "UPDATE dead_letter SET busy_until = NULL WHERE id = $1";
    private static final String REFUSE = """
            UPDATE dead_letter SET
                busy_until = NULL, code = $2, reason = $3, attempts = attempts + 1, died_at = clock_timestamp()
            WHERE id = $1
            """;
    private static final String REMOVE = "DELETE FROM dead_letter WHERE id = $1";
    private static final String KEEP = """
            INSERT INTO dead_letter (
                id, tenant_id, stage, code, reason, attempts, died_at, tried_at, external_id, lane, topic, partition,
                record_offset, record_time, record_key, headers, value)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT (topic, partition, record_offset, record_time) DO NOTHING
            """;

    private static final Function<Row, DeadLetter> LETTER = row -> LetterRows.letter(row.getDelegate());
    private static final Function<Row, KeptRecord> RECORD = row -> LetterRows.kept(row.getDelegate());

    private final Transactions transactions;
    private final OutboxStore outbox;

    /** The letters that these transactions can see. */
    public PgLetterStore(Transactions transactions, OutboxStore outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Transactions of somebody, rolled back where the work fails. */
    public interface Transactions {
        <T> Uni<T> run(Function<SqlConnection, Uni<T>> work);
    }

    @Override
    public Uni<List<DeadLetter>> list(LetterFilter filter, int limit, @Nullable UUID before) {
        return rows(LIST, Arrays.asList(filter.code(), filter.stage(), filter.tenantId(), before, limit), LETTER);
    }

    @Override
    public Uni<Optional<DeadLetter>> find(UUID id) {
        return rows(FIND, List.of(id), LETTER).map(PgLetterStore::first);
    }

    @Override
    public Uni<Long> count(LetterFilter filter) {
        List<@Nullable Object> parameters = Arrays.asList(filter.code(), filter.stage(), filter.tenantId());
        return rows(COUNT, parameters, row -> row.getLong("n")).map(List::getFirst);
    }

    @Override
    public Uni<List<DeadLetter>> next(LetterFilter filter, int limit) {
        return rows(NEXT, Arrays.asList(filter.code(), filter.stage(), filter.tenantId(), limit), LETTER);
    }

    @Override
    public Uni<Optional<KeptRecord>> kept(UUID id) {
        return rows(KEPT, List.of(id), RECORD).map(PgLetterStore::first);
    }

    @Override
    public Uni<Optional<KeptRecord>> claim(UUID id, Duration patience) {
        return rows(CLAIM, List.of(id, (double) patience.toMillis()), RECORD).map(PgLetterStore::first);
    }

    @Override
    public Uni<Void> release(UUID id) {
        return execute(RELEASE, List.of(id));
    }

    @Override
    public Uni<Void> refuse(UUID id, Refusal refusal) {
        return execute(REFUSE, List.of(id, refusal.code(), refusal.reason()));
    }

    @Override
    public Uni<Void> remove(UUID id) {
        return execute(REMOVE, List.of(id));
    }

    @Override
    public Uni<Boolean> keep(DeadLetter letter, KeptRecord kept, Event told) {
        return transactions.run(transaction -> transaction
                .preparedQuery(KEEP)
                .execute(Tuple.from(LetterRows.parameters(letter, kept)))
                .map(inserted -> inserted.rowCount() == 1)
                .call(isNew ->
                        isNew ? outbox.add(transaction, told) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> execute(String sql, List<Object> parameters) {
        return transactions.run(transaction ->
                transaction.preparedQuery(sql).execute(Tuple.from(parameters)).replaceWithVoid());
    }

    private <T> Uni<List<T>> rows(String sql, List<@Nullable Object> parameters, Function<Row, T> mapping) {
        return transactions.run(transaction -> transaction
                .preparedQuery(sql)
                .mapping(mapping)
                .execute(Tuple.from(parameters))
                .map(rows -> rows.stream().toList()));
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}
