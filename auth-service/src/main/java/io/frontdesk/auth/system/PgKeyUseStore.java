package io.frontdesk.auth.system;

import io.frontdesk.auth.keys.KeyUseStore;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Last uses of keys in PostgreSQL. */
@ApplicationScoped
class PgKeyUseStore implements KeyUseStore {
    /** The rows are locked in one order, so that replicas that write the same keys do not wait for each other. */
    private static final String SAVE = """
            with used as (select * from unnest($1::uuid[], $2::timestamptz[]) as used (id, at)),
              locked as (select id from api_keys where id in (select id from used) order by id for no key update)
            update api_keys k set last_used_at = greatest(k.last_used_at, used.at)
            from locked join used using (id) where k.id = locked.id""";

    private final SystemDatabase database;

    PgKeyUseStore(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Void> save(Map<UUID, Instant> lastUses) {
        var uses = List.copyOf(lastUses.entrySet());
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(uses.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(uses.stream()
                        .map(use -> use.getValue().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return database.inTransaction(
                connection -> connection.preparedQuery(SAVE).execute(values).replaceWithVoid());
    }
}
