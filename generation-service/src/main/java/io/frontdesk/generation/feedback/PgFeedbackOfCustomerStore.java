package io.frontdesk.generation.feedback;

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

/** What a customer thought of answers. */
@ApplicationScoped
class PgFeedbackOfCustomerStore implements CustomerData {
    private static final TypeReference<Map<String, Object>> COLUMNS = new TypeReference<>() {};

    private static final String EXPORT =
            "select (to_jsonb(feedback) - 'tenant_id')::text as found from feedback where customer = $1 order by answer_id";
    private static final String ERASE = "delete from feedback where customer = $1";

    private final TenantDatabase database;
    private final ObjectMapper json;

    PgFeedbackOfCustomerStore(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public String name() {
        return "feedback";
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
                .map(rows -> rows.rowCount()));
    }
}
