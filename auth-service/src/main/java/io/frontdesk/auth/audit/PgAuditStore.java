package io.frontdesk.auth.audit;

import io.frontdesk.contracts.Topics;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.kit.events.Event;
import io.frontdesk.kit.events.Events;
import io.frontdesk.kit.events.OutboxStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The audit trail in PostgreSQL, and its copy for the world in the outbox. */
@ApplicationScoped
public class PgAuditStore {
    private static final String TYPE = "frontdesk.auth.";
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String INSERT = """
            insert into audit_events (id, tenant_id, at, action, actor, target, outcome, request_id, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    private static final String IS_THERE = "select from tenants where id = $1";
    private static final String LIST = """
            select id, tenant_id, at, action, actor, target, outcome, request_id, details from audit_events
            where tenant_id = $1 and id < $2 order by id desc limit $3""";

    private final TenantDatabase database;
    private final OutboxStore outbox;
    private final Events events;

    PgAuditStore(TenantDatabase database, OutboxStore outbox, Events events) {
        this.database = database;
        this.outbox = outbox;
        this.events = events;
    }

    /** Keeps events, in the transaction of what they tell of. */
    public Uni<Void> appendAll(SqlConnection transaction, List<AuditEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> append(transaction, event))
                .onItem()
                .ignoreAsUni();
    }

    /**
     * Keeps an event, in the transaction of what it tells of; the world is told once that is committed. Both statements are
     * sent at once, so that this may also be the statement of {@link TenantDatabase#query}.
     */
    public Uni<Void> append(SqlConnection transaction, AuditEvent event) {
        return Uni.combine()
                .all()
                .unis(insert(transaction, event), outbox.add(transaction, told(event)))
                .discardItems();
    }

    /** Keeps an event that tells of nothing else that is kept. */
    public Uni<Void> append(AuditEvent event) {
        return database.query(event.tenantId(), connection -> append(connection, event));
    }

    private static Uni<Void> insert(SqlConnection transaction, AuditEvent event) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(List.of(
                        event.id(),
                        event.tenantId(),
                        event.at().atOffset(ZoneOffset.UTC),
                        event.action().wireName(),
                        event.actor(),
                        event.target(),
                        event.outcome(),
                        event.requestId(),
                        new JsonObject(new LinkedHashMap<>(event.details())))))
                .replaceWithVoid();
    }

    /** The newest events before one; nothing where there is no such tenant. */
    Uni<Optional<List<AuditEvent>>> list(UUID tenant, Optional<UUID> before, int limit) {
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(IS_THERE)
                .execute(Tuple.of(tenant))
                .chain(there -> there.rowCount() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : list(transaction, tenant, before.orElse(AFTER_ALL), limit)
                                .map(Optional::of)));
    }

    private static Uni<List<AuditEvent>> list(SqlConnection transaction, UUID tenant, UUID before, int limit) {
        return transaction
                .preparedQuery(LIST)
                .mapping(PgAuditStore::event)
                .execute(Tuple.of(tenant, before, limit))
                .map(rows -> rows.stream().toList());
    }

    private Event told(AuditEvent event) {
        return events.of(
                event.id(),
                event.tenantId(),
                event.tenantId().toString(),
                Topics.AUTH_EVENTS,
                TYPE + event.action().wireName(),
                AuditEventView.of(event),
                event.at());
    }

    private static AuditEvent event(Row row) {
        return new AuditEvent(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getOffsetDateTime("at").toInstant(),
                Action.of(row.getString("action")),
                row.getString("actor"),
                row.getString("target"),
                AuditEvent.SUCCEEDED.equals(row.getString("outcome")),
                row.getString("request_id"),
                details(row.getJsonObject("details")));
    }

    private static Map<String, String> details(JsonObject details) {
        return details.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, detail -> String.valueOf(detail.getValue())));
    }
}
