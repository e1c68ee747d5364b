package io.frontdesk.generation.conversation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.generation.customers.CustomerData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A customer's conversations, in PostgreSQL and on the state Redis. */
@ApplicationScoped
class ConversationData implements CustomerData {
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final ConversationStore kept;
    private final HistoryStore recent;
    private final ObjectMapper json;

    ConversationData(ConversationStore kept, HistoryStore recent, ObjectMapper json) {
        this.kept = kept;
        this.recent = recent;
        this.json = json;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public Uni<List<Map<String, Object>>> export(UUID tenant, String customer) {
        return kept.ofCustomer(tenant, customer).map(conversations -> json.convertValue(conversations, ROWS));
    }

    @Override
    public Uni<Integer> erase(UUID tenant, String customer) {
        return recent.removeAll(tenant, customer)
                .chain(forgotten -> kept.removeAll(tenant, customer).map(removed -> Math.max(forgotten, removed)));
    }
}
