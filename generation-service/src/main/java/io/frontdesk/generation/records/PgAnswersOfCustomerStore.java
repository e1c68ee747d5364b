package io.frontdesk.generation.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.generation.customers.CustomerData;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A customer's answers; with them go their places among what was not answered, and the customer among those who were active. */
@ApplicationScoped
class PgAnswersOfCustomerStore implements CustomerData {
    private static final TypeReference<Map<String, Object>> COLUMNS = new TypeReference<>() {};

    private static final String EXPORT =
            "select (to_jsonb(answer) - 'tenant_id' - 'steps')::text as found from answer where customer = $1 order by id";

    private static final String ERASE = """
            with gone as (
                delete from answer where customer = $1 returning id
            ), unlisted as (
                delete from unanswered where answer_id in (select id from gone)
            ), uncounted as (
                delete from hourly_customer where customer = $1
            )
            select count(*)::int as erased from gone""";

    private final TenantDatabase database;
    private final ObjectMapper json;

    PgAnswersOfCustomerStore(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public Uni<List<Map<String, Object>>> export(UUID tenant, String customer) {
        return database.query(tenant, connection -> connection
                .preparedQuery(EXPORT)
                .mapping((Row row) -> columns(row.getString("found")))
                .execute(Tuple.of(customer))
                .map(rows -> rows.stream().toList()));
    }

    private Map<String, Object> columns(String found) {
        try {
            return json.readValue(found, COLUMNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is an object", e);
        }
    }

    @Override
    public Uni<Integer> erase(UUID tenant, String customer) {
        return database.query(tenant, connection -> connection
                .preparedQuery(ERASE)
                .execute(Tuple.of(customer))
                .map(rows -> rows.iterator().next().getInteger("erased")));
    }
}
