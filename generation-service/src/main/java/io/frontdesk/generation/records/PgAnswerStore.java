package io.frontdesk.generation.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.records.AnswerFinished;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.OutboxStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Answers in PostgreSQL. One statement keeps a batch and raises the figures by those rows alone that it has inserted, so that
 * a record that comes twice counts once. Rows are written in order, so that two replicas do not wait for each other in a ring.
 */
@ApplicationScoped
class PgAnswerStore implements AnswerStore {
    private static final String KEEP = """
            with given as (
                select * from jsonb_to_recordset($2::text::jsonb) as given (
                    id uuid, conversation_id uuid, customer text, question text, standalone text, answer text, outcome text,
                    reason text, citations jsonb, confidence double precision, cache text, model text, prompt_tokens int,
                    completion_tokens int, cost_micros bigint, currency text, first_word_ms int, total_ms int,
                    steps jsonb, topic text, created_at timestamptz)
            ), kept as (
                insert into answer (
                    tenant_id, id, conversation_id, customer, question, standalone, answer, outcome, reason, citations,
                    confidence, cache, model, prompt_tokens, completion_tokens, cost_micros, currency, first_word_ms,
                    total_ms, steps, topic, created_at)
                select $1::uuid, id, conversation_id, customer, question, standalone, answer, outcome, reason, citations,
                    confidence, cache, model, prompt_tokens, completion_tokens, cost_micros, currency, first_word_ms, total_ms,
                    steps, topic, created_at
                from given order by id
                on conflict (tenant_id, id) do nothing
                returning *, date_trunc('hour', created_at, 'UTC') as hour
            ), figures as (
                insert into hourly (
                    tenant_id, hour, questions, refused, incomplete, failed, escalated, hits, semantic, coalesced)
                select $1::uuid, hour, count(*),
                    count(*) filter (where outcome = 'refused'), count(*) filter (where outcome = 'incomplete'),
                    count(*) filter (where outcome = 'failed'), count(*) filter (where outcome = 'escalated'),
                    count(*) filter (where cache = 'hit'), count(*) filter (where cache = 'semantic'),
                    count(*) filter (where cache = 'coalesced')
                from kept group by hour order by hour
                on conflict (tenant_id, hour) do update set
                    questions = hourly.questions + excluded.questions,
                    refused = hourly.refused + excluded.refused,
                    incomplete = hourly.incomplete + excluded.incomplete,
                    failed = hourly.failed + excluded.failed,
                    escalated = hourly.escalated + excluded.escalated,
                    hits = hourly.hits + excluded.hits,
                    semantic = hourly.semantic + excluded.semantic,
                    coalesced = hourly.coalesced + excluded.coalesced
            ), topics as (
                insert into hourly_topic (tenant_id, hour, topic, questions)
                select $1::uuid, hour, topic, count(*) from kept where topic is not null
                group by hour, topic order by hour, topic
                on conflict (tenant_id, hour, topic) do update set
                    questions = hourly_topic.questions + excluded.questions
            ), customers as (
                insert into hourly_customer (tenant_id, hour, customer)
                select distinct $1::uuid, hour, customer from kept order by hour, customer
                on conflict (tenant_id, hour, customer) do nothing
            ), latencies as (
                insert into hourly_latency (tenant_id, hour, measure, bucket, answers)
                select $1::uuid, hour, measure, floor(8 * log(2, greatest(ms, 1)))::smallint as bucket, count(*)
                from kept cross join lateral (values ('first_word', first_word_ms), ('total', total_ms)) as taken (measure, ms)
                where ms is not null
                group by hour, measure, bucket order by hour, measure, bucket
                on conflict (tenant_id, hour, measure, bucket) do update set
                    answers = hourly_latency.answers + excluded.answers
            ), bad as (
                insert into unanswered (tenant_id, answer_id, reason, asked_at)
                select $1::uuid, id, case outcome when 'refused' then 'refused' else 'low_confidence' end, created_at
                from kept
                where id = any ($4) and (outcome = 'refused' or (outcome = 'answered' and confidence < $3))
                order by id
                on conflict (tenant_id, answer_id) do nothing
            )
            select id from kept""";

    private static final String FIND = "select to_jsonb(kept)::text as record from answer as kept where id = $1";

    private final TenantDatabase database;
    private final OutboxStore outbox;
    private final RecordJson json;
    private final double lowConfidence;

    PgAnswerStore(TenantDatabase database, OutboxStore outbox, RecordJson json, RecordsConfig config) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.lowConfidence = config.lowConfidence();
    }

    @Override
    public Uni<Void> keep(UUID tenant, List<FinishedAnswer> answers) {
        UUID[] ofDocuments = answers.stream()
                .filter(FinishedAnswer::asksDocuments)
                .map(FinishedAnswer::id)
                .toArray(UUID[]::new);
        Tuple given = Tuple.of(tenant, json.write(answers), lowConfidence, ofDocuments);
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(KEEP)
                .mapping((Row row) -> row.getUUID("id"))
                .execute(given)
                .map(rows -> rows.stream().collect(Collectors.toSet()))
                .chain(kept -> tell(transaction, tenant, kept, answers)));
    }

    private Uni<Void> tell(SqlConnection transaction, UUID tenant, Set<UUID> kept, List<FinishedAnswer> answers) {
        List<Event> told = answers.stream()
                .filter(answer -> kept.remove(answer.id()))
                .map(answer -> event(tenant, answer))
                .toList();
        return told.isEmpty() ? Uni.createFrom().voidItem() : outbox.add(transaction, told);
    }

    private Event event(UUID tenant, FinishedAnswer answer) {
        return Event.of(
                tenant,
                tenant.toString(),
                Topics.ANSWERS_EVENTS,
                AnswerFinished.TYPE,
                json.write(answer.event()),
                answer.createdAt());
    }

    @Override
    public Uni<Optional<FinishedAnswer>> find(UUID tenant, UUID id) {
        return database.query(tenant, connection -> connection
                .preparedQuery(FIND)
                .mapping((Row row) -> row.getString("record"))
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(this::read)));
    }

    private FinishedAnswer read(String record) {
        try {
            return json.read(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of answer is a record", e);
        }
    }
}
