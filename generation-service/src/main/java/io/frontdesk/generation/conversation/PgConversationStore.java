package io.frontdesk.generation.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.conversations.ConversationDetail;
import io.frontdesk.contracts.conversations.ConversationView;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations in PostgreSQL. Rows are written in order, so that two replicas do not wait for each other in a ring. */
@ApplicationScoped
class PgConversationStore implements ConversationStore {
    private static final String GIVEN = """
            with given as (
                select conversation, customer, turn.* from jsonb_to_recordset($2::text::jsonb)
                    as said (conversation uuid, customer text, turn jsonb)
                cross join lateral jsonb_to_record(said.turn) as turn (
                    id uuid, question text, standalone text, answer text, outcome text, document_ids uuid[],
                    asked_at timestamptz)
            )""";

    private static final String BEGIN = GIVEN + """
            insert into conversation (tenant_id, id, customer, started_at, last_at, keep_until)
            select $1::uuid, conversation, min(customer), min(asked_at), max(asked_at), max(asked_at) + $3 * interval '1 second'
            from given group by conversation order by conversation
            on conflict (tenant_id, id) do update set
                started_at = least(conversation.started_at, excluded.started_at),
                last_at = greatest(conversation.last_at, excluded.last_at),
                keep_until = case when excluded.last_at >= conversation.last_at
                    then excluded.keep_until else conversation.keep_until end
            where conversation.customer = excluded.customer""";

    private static final String ADD = GIVEN + """
            insert into conversation_turn (
                tenant_id, conversation_id, id, question, standalone, answer, outcome, document_ids, asked_at)
            select $1::uuid, conversation.id, given.id, question, standalone, answer, outcome, document_ids, asked_at
            from given join conversation on conversation.id = given.conversation and conversation.customer = given.customer
            order by conversation.id, given.id
            on conflict (tenant_id, conversation_id, id) do nothing""";

    private static final String LIST = """
            select jsonb_build_object(
                'id', c.id, 'customer_id', customer, 'started_at', started_at, 'last_at', last_at,
                'turns', (select count(*) from conversation_turn t where t.tenant_id = c.tenant_id and conversation_id = c.id),
                'first_question', coalesce((
                    select left(question, 200) from conversation_turn t
                    where t.tenant_id = c.tenant_id and conversation_id = c.id order by t.id limit 1), ''))::text as found
            from conversation c
            where ($1::text is null or customer = $1) and ($2::uuid is null or id < $2)
            order by id desc limit $3""";

    private static final String DETAIL = """
            select jsonb_build_object(
                'id', c.id, 'customer_id', customer, 'started_at', started_at, 'last_at', last_at,
                'turns', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'answer_id', t.id, 'question', question, 'standalone_question', standalone, 'answer', answer,
                        'outcome', outcome, 'document_ids', document_ids, 'at', asked_at) order by t.id)
                    from (
                        select * from conversation_turn said
                        where said.tenant_id = c.tenant_id and said.conversation_id = c.id
                        order by said.id desc limit $2) t), '[]'))::text as found
            from conversation c""";

    private static final String FIND = DETAIL + " where id = $1";
    private static final String OF_CUSTOMER = DETAIL + " where customer = $1 order by id";
    private static final String REMOVE =
            "delete from conversation where id = $1 and ($2::text is null or customer = $2)";
    private static final String REMOVE_ALL = "delete from conversation where customer = $1";

    private final TenantDatabase database;
    private final ObjectMapper json;

    PgConversationStore(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Uni<Void> keep(UUID tenant, List<KeptTurn> turns, Duration retention) {
        String given = write(turns);
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(tenant, given, retention.toSeconds()))
                .chain(() -> transaction.preparedQuery(ADD).execute(Tuple.of(tenant, given)))
                .replaceWithVoid());
    }

    @Override
    public Uni<List<ConversationView>> list(UUID tenant, @Nullable String customer, @Nullable UUID before, int limit) {
        return found(tenant, LIST, Tuple.of(customer, before, limit), ConversationView.class);
    }

    @Override
    public Uni<Optional<ConversationDetail>> find(UUID tenant, UUID id, int turns) {
        return found(tenant, FIND, Tuple.of(id, turns), ConversationDetail.class)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<ConversationDetail>> ofCustomer(UUID tenant, String customer) {
        return found(tenant, OF_CUSTOMER, Tuple.of(customer, Integer.MAX_VALUE), ConversationDetail.class);
    }

    @Override
    public Uni<Boolean> remove(UUID tenant, UUID id, @Nullable String customer) {
        return database.query(tenant, connection -> removed(connection, REMOVE, Tuple.of(id, customer)))
                .map(removed -> removed > 0);
    }

    @Override
    public Uni<Integer> removeAll(UUID tenant, String customer) {
        return database.query(tenant, connection -> removed(connection, REMOVE_ALL, Tuple.of(customer)));
    }

    private static Uni<Integer> removed(SqlConnection connection, String sql, Tuple of) {
        return connection.preparedQuery(sql).execute(of).map(rows -> rows.rowCount());
    }

    private <T> Uni<List<T>> found(UUID tenant, String sql, Tuple of, Class<T> type) {
        return database.query(tenant, connection -> connection
                .preparedQuery(sql)
                .mapping((Row row) -> read(row.getString("found"), type))
                .execute(of)
                .map(rows -> rows.stream().toList()));
    }

    private <T> T read(String found, Class<T> type) {
        try {
            return json.readValue(found, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is a " + type.getSimpleName(), e);
        }
    }

    /** PostgreSQL has no NUL in its texts. */
    private String write(List<KeptTurn> turns) {
        try {
            return json.writeValueAsString(turns).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("turns are always JSON", e);
        }
    }
}
