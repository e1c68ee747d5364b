package io.frontdesk.ingestion.web.system;

import io.frontdesk.ingestion.web.HostStore;
import io.frontdesk.ingestion.web.HostTurn;
import io.frontdesk.ingestion.web.RobotsText;
import io.frontdesk.ingestion.web.WebConfig;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hosts as rows. */
@ApplicationScoped
class PgHostStore implements HostStore {
    private static final Logger LOG = Logger.getLogger(PgHostStore.class);

    private static final String KNOW = "INSERT INTO host (name) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String TAKE = """
            UPDATE host SET lease_token = $2, free_at = clock_timestamp() + $3 * interval '1 millisecond'
            WHERE name = $1 AND free_at <= clock_timestamp()
            RETURNING name, lease_token, robots, robots_status, robots_read_at
            """;
    private static final String GIVE_BACK = """
            UPDATE host SET lease_token = NULL, free_at = clock_timestamp() + $3 * interval '1 millisecond'
            WHERE name = $1 AND lease_token = $2
            """;
    private static final String REMEMBER =
            "UPDATE host SET robots_status = $2, robots = $3, robots_read_at = $4 WHERE name = $1";

    private final SystemDatabase database;
    private final Duration lease;

    PgHostStore(SystemDatabase database, WebConfig config) {
        this.database = database;
        // A robots.txt, and then what is asked for.
        this.lease = config.timeout().multipliedBy(3);
    }

    @Override
    public Uni<Optional<HostTurn>> take(String host) {
        return database.inTransaction(transaction -> transaction
                        .preparedQuery(KNOW)
                        .execute(Tuple.of(host))
                        .chain(() -> transaction
                                .preparedQuery(TAKE)
                                .mapping(PgHostStore::turn)
                                .execute(Tuple.of(host, UUID.randomUUID(), (double) lease.toMillis()))))
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Void> giveBack(HostTurn turn, Duration pause) {
        return database.inTransaction(transaction -> transaction
                        .preparedQuery(GIVE_BACK)
                        .execute(Tuple.of(turn.name(), turn.token(), (double) pause.toMillis())))
                .onFailure()
                .invoke(e -> LOG.warnf(e, "The host %s is free when its lease runs out", turn.name()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remember(HostTurn turn, RobotsText robots) {
        return database.inTransaction(transaction -> transaction
                        .preparedQuery(REMEMBER)
                        .execute(Tuple.of(
                                turn.name(),
                                robots.status(),
                                io.vertx.core.buffer.Buffer.buffer(robots.content()),
                                robots.readAt().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private static HostTurn turn(Row row) {
        return new HostTurn(row.getString("name"), row.getUUID("lease_token"), robots(row));
    }

    private static @Nullable RobotsText robots(Row row) {
        Buffer content = row.getBuffer("robots");
        return content == null
                ? null
                : new RobotsText(
                        row.getInteger("robots_status"),
                        content.getBytes(),
                        row.getOffsetDateTime("robots_read_at").toInstant());
    }
}
