package io.frontdesk.generation.unanswered.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Questions that have no group yet. */
@ApplicationScoped
class PgDueStore {
    private static final String CLAIM = """
            update unanswered set due_at = now() + make_interval(secs => $2)
            where group_id is null and (tenant_id, answer_id) in (
                select tenant_id, answer_id from unanswered where group_id is null and due_at <= now()
                order by due_at limit $1 for update skip locked)
            returning tenant_id, answer_id""";

    private final SystemDatabase database;

    PgDueStore(SystemDatabase database) {
        this.database = database;
    }

    /** Gives out some that nobody is about, by tenants: the answers that were given. */
    Uni<Map<UUID, List<UUID>>> claim(int atMost, Duration lease) {
        return database.inTransaction(connection -> connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(atMost, (double) lease.toSeconds()))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                (Row row) -> row.getUUID("tenant_id"),
                                Collectors.mapping((Row row) -> row.getUUID("answer_id"), Collectors.toList())))));
    }
}
