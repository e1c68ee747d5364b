package io.frontdesk.retrieval.knowledge;

import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.index.KnowledgeChanged;
import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.Events;
import io.frontdesk.kit.events.OutboxStore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The knowledge of tenants in PostgreSQL: its versions, and what is told of each. */
@ApplicationScoped
@RegisterForReflection(targets = KnowledgeChanged.class)
public class PgKnowledgeStore {
    private static final String VERSION = "select coalesce((select version from knowledge where tenant_id = $1), 0)";

    /** $3 is by how many chunks the tenant has more than before. */
    private static final String RAISE = """
            insert into knowledge (tenant_id, version, chunks, changed_at, languages)
            select $1, 1, $3, clock_timestamp(),
                coalesce(array_agg(distinct language) filter (where language is not null), '{}')
            from chunk where tenant_id = $1 and document_id = $2
            on conflict (tenant_id) do update set
                version = knowledge.version + 1,
                chunks = knowledge.chunks + excluded.chunks,
                changed_at = excluded.changed_at,
                languages = array(select distinct unnest(knowledge.languages || excluded.languages))
            returning version, changed_at""";

    private final OutboxStore outbox;
    private final Events events;

    PgKnowledgeStore(OutboxStore outbox, Events events) {
        this.outbox = outbox;
        this.events = events;
    }

    public Uni<Long> version(SqlConnection connection, UUID tenant) {
        return connection.preparedQuery(VERSION).execute(Tuple.of(tenant)).map(rows -> rows.iterator()
                .next()
                .getLong(0));
    }

    /**
     * Raises the version, which locks the tenant's knowledge until the end of the transaction: so events are told in the order
     * of their versions.
     */
    public Uni<Long> raise(SqlConnection transaction, UUID tenant, UUID document, int added, int removed) {
        return transaction
                .preparedQuery(RAISE)
                .mapping(row -> new KnowledgeChanged(
                        row.getLong("version"),
                        document,
                        added,
                        removed,
                        row.getOffsetDateTime("changed_at").toInstant()))
                .execute(Tuple.of(tenant, document, (long) added - removed))
                .map(rows -> rows.iterator().next())
                .call(changed -> outbox.add(transaction, event(tenant, changed)))
                .map(KnowledgeChanged::knowledgeVersion);
    }

    private Event event(UUID tenant, KnowledgeChanged changed) {
        return events.of(
                tenant, tenant.toString(), Topics.KNOWLEDGE_CHANGED, KnowledgeChanged.TYPE, changed, changed.at());
    }
}
