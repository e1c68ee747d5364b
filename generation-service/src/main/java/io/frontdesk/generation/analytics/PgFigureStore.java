package io.frontdesk.generation.analytics;

import io.frontdesk.contracts.records.Analytics;
import io.frontdesk.contracts.records.Analytics.CacheUse;
import io.frontdesk.contracts.records.Analytics.Hour;
import io.frontdesk.contracts.records.Analytics.Latency;
import io.frontdesk.contracts.records.Analytics.Outcomes;
import io.frontdesk.contracts.records.Analytics.Percentiles;
import io.frontdesk.contracts.records.Analytics.Topic;
import io.frontdesk.contracts.records.Analytics.Unanswered;
import io.frontdesk.kit.database.ReadDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Figures from PostgreSQL, or a replica of it: a moment late is early enough for them. */
@ApplicationScoped
class PgFigureStore implements FigureStore {
    private static final String TOTALS = """
            select coalesce(sum(questions), 0)::bigint as questions, coalesce(sum(refused), 0)::bigint as refused,
                coalesce(sum(incomplete), 0)::bigint as incomplete, coalesce(sum(failed), 0)::bigint as failed,
                coalesce(sum(escalated), 0)::bigint as escalated, coalesce(sum(hits), 0)::bigint as hits,
                coalesce(sum(semantic), 0)::bigint as semantic, coalesce(sum(coalesced), 0)::bigint as coalesced
            from hourly where hour >= $1 and hour < $2""";
    private static final String CUSTOMERS =
            "select count(distinct customer) as customers from hourly_customer where hour >= $1 and hour < $2";
    private static final String LATENCIES = """
            select bucket, sum(answers)::bigint as answers from hourly_latency
            where hour >= $1 and hour < $2 and measure = $3 group by bucket""";
    private static final String HOURS =
            "select hour, questions from hourly where hour >= $1 and hour < $2 order by hour";
    private static final String TOPICS = """
            select topic, sum(questions)::bigint as questions from hourly_topic where hour >= $1 and hour < $2
            group by topic order by 2 desc, 1 limit 20""";
    private static final String UNANSWERED = """
            select group_id, count(*) as questions,
                (array_agg(coalesce(standalone, question) order by asked_at))[1] as question
            from unanswered join answer on answer.tenant_id = unanswered.tenant_id and answer.id = unanswered.answer_id
            where group_id is not null and asked_at >= $1 and asked_at < $2
            group by group_id order by 2 desc, max(asked_at) desc limit 10""";

    private final ReadDatabase database;

    PgFigureStore(ReadDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Analytics> read(UUID tenant, Period period) {
        return database.read(
                primaryOrReplica ->
                        primaryOrReplica.inTransaction(tenant, transaction -> new Reading(transaction, period).all()),
                figures -> true);
    }

    /** All statements of one reading, sent together. */
    private record Reading(SqlConnection transaction, Period period) {
        private Uni<Analytics> all() {
            return Uni.combine()
                    .all()
                    .unis(
                            rows(TOTALS, times(), row -> row),
                            rows(CUSTOMERS, times(), row -> row.getLong("customers")),
                            latency("first_word"),
                            latency("total"),
                            rows(
                                    HOURS,
                                    times(),
                                    row -> new Hour(
                                            row.getOffsetDateTime("hour").toInstant(), row.getLong("questions"))),
                            rows(TOPICS, times(), row -> new Topic(row.getString("topic"), row.getLong("questions"))),
                            rows(
                                    UNANSWERED,
                                    times(),
                                    row -> new Unanswered(
                                            row.getUUID("group_id"),
                                            row.getString("question"),
                                            row.getLong("questions"))))
                    .asTuple()
                    .map(found -> analytics(
                            found.getItem1().getFirst(),
                            found.getItem2().getFirst(),
                            new Latency(found.getItem3(), found.getItem4()),
                            found.getItem5(),
                            found.getItem6(),
                            found.getItem7()));
        }

        private Analytics analytics(
                Row totals,
                long customers,
                Latency latency,
                List<Hour> hours,
                List<Topic> topics,
                List<Unanswered> unanswered) {
            long questions = totals.getLong("questions");
            var bad = new Outcomes(
                    questions
                            - totals.getLong("refused")
                            - totals.getLong("incomplete")
                            - totals.getLong("failed")
                            - totals.getLong("escalated"),
                    totals.getLong("refused"),
                    totals.getLong("incomplete"),
                    totals.getLong("failed"),
                    totals.getLong("escalated"));
            long atHand = totals.getLong("hits") + totals.getLong("semantic") + totals.getLong("coalesced");
            var cache = new CacheUse(
                    totals.getLong("hits"),
                    totals.getLong("semantic"),
                    totals.getLong("coalesced"),
                    questions == 0 ? 0 : (double) atHand / questions);
            return new Analytics(
                    period.from(), period.to(), questions, customers, bad, cache, latency, hours, topics, unanswered);
        }

        private Uni<Percentiles> latency(String measure) {
            return transaction
                    .preparedQuery(LATENCIES)
                    .execute(times().addString(measure))
                    .map(rows -> {
                        var counts = new TreeMap<Integer, Long>();
                        rows.forEach(row -> counts.put((int) row.getShort("bucket"), row.getLong("answers")));
                        return new Histogram(counts);
                    })
                    .map(histogram -> new Percentiles(histogram.percentile(0.5), histogram.percentile(0.95)));
        }

        private <T> Uni<List<T>> rows(String sql, Tuple times, Function<Row, T> mapping) {
            return transaction.preparedQuery(sql).execute(times).map(rows -> rows.stream()
                    .map(mapping)
                    .toList());
        }

        private Tuple times() {
            return Tuple.of(period.from().atOffset(ZoneOffset.UTC), period.to().atOffset(ZoneOffset.UTC));
        }
    }
}
