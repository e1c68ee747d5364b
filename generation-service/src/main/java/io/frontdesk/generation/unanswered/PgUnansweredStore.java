package io.frontdesk.generation.unanswered;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.records.UnansweredGroup;
import io.frontdesk.generation.retrieval.Embeddings;
import io.frontdesk.kit.database.ReadDatabase;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** In PostgreSQL; pages may come from a replica. */
@ApplicationScoped
class PgUnansweredStore implements UnansweredStore {
    private static final String QUESTIONS = """
            select id, coalesce(standalone, question) as question
            from answer join unanswered on unanswered.tenant_id = answer.tenant_id and answer_id = id
            where id = any ($1) and group_id is null""";

    /** One replica at a time groups questions of a tenant, so that two that mean the same do not both begin a group. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('question_group/' || $1, 0))";

    /** Vectors of another model may have another length, so their distance must not even be asked for. */
    private static final String GROUP = """
            with nearest as (
                select id from (
                    select id, case when model = $3 then embedding <=> $4::real[]::vector end as distance from question_group
                ) as compared
                where distance <= $5 order by distance limit 1
            ), made as (
                insert into question_group (tenant_id, id, model, embedding)
                select $1::uuid, $2::uuid, $3, $4::real[]::vector
                where not exists (select from nearest)
                    and exists (select from unanswered where answer_id = $6 and group_id is null)
                returning id
            )
            update unanswered set group_id = coalesce((select id from nearest), (select id from made))
            where answer_id = $6 and group_id is null""";

    private static final String PAGE = """
            with groups as (
                select group_id as id, count(*) as questions, max(asked_at) as last_asked,
                    count(*) filter (where unanswered.reason = 'refused') as refused,
                    count(*) filter (where unanswered.reason = 'low_confidence') as low_confidence,
                    count(*) filter (where unanswered.reason = 'disliked') as disliked
                from unanswered join answer
                    on answer.tenant_id = unanswered.tenant_id and answer.id = unanswered.answer_id
                where group_id is not null group by group_id
            ), page as (
                select * from groups
                where $1::bigint is null or (questions, last_asked, id) < ($1, $2::timestamptz, $3::uuid)
                order by questions desc, last_asked desc, id desc limit $4
            )
            select page.*, wordings.first, wordings.examples from page cross join lateral (
                select (array_agg(question order by asked_at))[1] as first,
                    (array_agg(question order by asked_at desc))[1:5] as examples
                from (
                    select coalesce(standalone, question) as question, max(asked_at) as asked_at
                    from unanswered join answer
                        on answer.tenant_id = unanswered.tenant_id and answer.id = unanswered.answer_id
                    where group_id = page.id group by 1
                ) as asked
            ) as wordings
            order by questions desc, last_asked desc, page.id desc""";

    private final TenantDatabase database;
    private final ReadDatabase readers;

    PgUnansweredStore(TenantDatabase database, ReadDatabase readers) {
        this.database = database;
        this.readers = readers;
    }

    @Override
    public Uni<List<Asked>> questions(UUID tenant, List<UUID> answers) {
        return database.query(tenant, connection -> connection
                .preparedQuery(QUESTIONS)
                .mapping(row -> new Asked(row.getUUID("id"), row.getString("question")))
                .execute(Tuple.tuple().addArrayOfUUID(answers.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList()));
    }

    @Override
    public Uni<Void> group(UUID tenant, List<Asked> questions, Embeddings embeddings, double similarity) {
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(tenant.toString()))
                .chain(() -> Multi.createFrom()
                        .items(IntStream.range(0, questions.size()).boxed())
                        .onItem()
                        .transformToUniAndConcatenate(i -> group(
                                transaction,
                                Tuple.of(tenant, Ids.next(), embeddings.model())
                                        .addArrayOfFloat(embeddings.vector(i))
                                        .addDouble(1 - similarity)
                                        .addUUID(questions.get(i).answer())))
                        .onItem()
                        .ignoreAsUni()));
    }

    private static Uni<Void> group(SqlConnection transaction, Tuple question) {
        return transaction.preparedQuery(GROUP).execute(question).replaceWithVoid();
    }

    @Override
    public Uni<List<UnansweredGroup>> page(UUID tenant, int limit, @Nullable GroupCursor after) {
        OffsetDateTime lastAsked = after == null ? null : after.lastAsked().atOffset(ZoneOffset.UTC);
        Tuple place = Tuple.from(Arrays.asList(
                after == null ? null : after.count(), lastAsked, after == null ? null : after.id(), limit));
        return readers.read(
                primaryOrReplica -> primaryOrReplica.query(tenant, connection -> connection
                        .preparedQuery(PAGE)
                        .mapping(PgUnansweredStore::group)
                        .execute(place)
                        .map(rows -> rows.stream().toList())),
                page -> true);
    }

    private static UnansweredGroup group(Row row) {
        return new UnansweredGroup(
                row.getUUID("id"),
                row.getString("first"),
                row.getLong("questions"),
                row.getOffsetDateTime("last_asked").toInstant(),
                new UnansweredGroup.Reasons(
                        row.getLong("refused"), row.getLong("low_confidence"), row.getLong("disliked")),
                List.of(row.getArrayOfStrings("examples")));
    }
}
