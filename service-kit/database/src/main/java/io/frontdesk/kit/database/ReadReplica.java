package io.frontdesk.kit.database;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One replica: {@code serving}, or {@code resting} after a failure. While it rests it is asked for nothing but, now and then,
 * whether it answers, and when it does it serves again.
 */
final class ReadReplica {
    private static final Logger LOG = Logger.getLogger(ReadReplica.class);
    private static final String PROBE = "select 1";

    /** Class of SQLSTATE: the replay of what the primary did had to end the statement. */
    private static final String CONFLICT = "40";

    private final String name;
    private final Vertx vertx;
    private final ReadReplicaConfig config;
    private final Pool pool;
    private final TenantDatabase database;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean resting = new AtomicBoolean();

    /** Opens no connection before the first is needed. */
    ReadReplica(DatabaseUrl url, ReadReplicaConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.config = config;
        PgConnectOptions options = PgConnectOptions.fromUri(url.address())
                .setUser(url.user())
                .setPassword(url.password())
                .setCachePreparedStatements(true);
        options.setConnectTimeout(Math.toIntExact(config.patience().toMillis()));
        // The pool's own timeout would report failures to connect twice; patience ends the wait for a connection too.
        var size = new PoolOptions()
                .setMaxSize(config.poolSize())
                .setConnectionTimeout(0)
                .setIdleTimeout(10)
                .setIdleTimeoutUnit(TimeUnit.MINUTES);
        this.name = options.getHost() + ":" + options.getPort();
        this.pool = Pool.newInstance(
                PgBuilder.pool().with(size).connectingTo(options).using(vertx).build());
        this.database = new TenantDatabase(pool);
    }

    /** {@code host:port}. */
    String name() {
        return name;
    }

    boolean serves() {
        return !resting.get();
    }

    /** How much of ours it does at this moment. */
    int underWay() {
        return underWay.get();
    }

    <T> Uni<T> read(Function<TenantDatabase, Uni<T>> reading) {
        return Uni.createFrom()
                .deferred(() -> reading.apply(database))
                .ifNoItem()
                .after(config.patience())
                .failWith(TimeoutException::new)
                .onSubscription()
                .invoke(underWay::incrementAndGet)
                .onTermination()
                .invoke(underWay::decrementAndGet);
    }

    /** It failed at what the primary could do. */
    void failed(Throwable e) {
        boolean atWork = e instanceof PgException refused
                && String.valueOf(refused.getSqlState()).startsWith(CONFLICT);
        if (!atWork && resting.compareAndSet(false, true)) {
            LOG.warnf("The read replica %s fails and rests: %s", name, e);
            rest(config.rest());
        }
    }

    void close() {
        pool.closeAndForget();
    }

    private void rest(Duration pause) {
        vertx.setTimer(pause.toMillis(), over -> pool.query(PROBE)
                .execute()
                .ifNoItem()
                .after(config.patience())
                .failWith(TimeoutException::new)
                .subscribe()
                .with(answered -> serveAgain(), e -> rest(longer(pause))));
    }

    private void serveAgain() {
        LOG.infof("The read replica %s serves again", name);
        resting.set(false);
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(config.longestRest()) < 0 ? twice : config.longestRest();
    }
}
