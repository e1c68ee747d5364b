package io.frontdesk.generation.records.customers;

import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.customers.CustomerData;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A customer's answers and feedback. What is erased stays counted, as that of somebody who is not known. An answer that ended less
 * than a moment ago is perhaps not here yet.
 */
@ApplicationScoped
public class PgCustomerRecordStore implements CustomerData {
    private static final String EXPORT = """
            select answer.id, conversation_id, question, standalone, answer, outcome, created_at, rating, feedback.reason,
                comment
            from answer left join feedback on feedback.tenant_id = answer.tenant_id and feedback.answer_id = answer.id
                and feedback.customer = answer.customer
            where answer.customer = $1 order by answer.id""";

    private static final String ERASE = """
            with erased as (
                delete from answer where customer = $1 returning id
            ), opinions as (
                delete from feedback where customer = $1 or answer_id in (select id from erased) returning 1
            ), asked as (
                delete from unanswered where answer_id in (select id from erased)
            ), counted as (
                update hourly_customer set customer = $2 where customer = $1
            )
            select (select count(*) from erased) + (select count(*) from opinions) as rows""";

    /** In a statement of its own, which sees what the one before has left. */
    private static final String FORGET_GROUPS = """
            delete from question_group
            where not exists (select from unanswered where unanswered.tenant_id = question_group.tenant_id and group_id = id)""";

    private final TenantDatabase database;

    PgCustomerRecordStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public Uni<List<Map<String, Object>>> export(UUID tenant, String customer) {
        return database.query(tenant, connection -> connection
                .preparedQuery(EXPORT)
                .mapping(PgCustomerRecordStore::columns)
                .execute(Tuple.of(customer))
                .map(rows -> rows.stream().toList()));
    }

    private static Map<String, Object> columns(Row row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.getValue(i);
            if (value != null) {
                columns.put(row.getColumnName(i), value);
            }
        }
        return columns;
    }

    /** Answers how many answers and opinions there were. May be asked again. */
    @Override
    public Uni<Integer> erase(UUID tenant, String customer) {
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(ERASE)
                .execute(Tuple.of(customer, "erased:" + Ids.next()))
                .map(rows -> rows.iterator().next().getInteger("rows"))
                .call(() -> transaction.query(FORGET_GROUPS).execute()));
    }
}
