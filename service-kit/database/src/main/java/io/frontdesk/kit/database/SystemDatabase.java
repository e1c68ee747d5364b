package io.frontdesk.kit.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * The database for work that is no tenant's: key lookup, queues, outbox. Its role reaches only the tables that have a policy
 * for it. To be used in {@code system} packages alone, which {@code ArchitectureRules} checks.
 */
@ApplicationScoped
public class SystemDatabase {
    private final Pool pool;

    SystemDatabase(@ReactiveDataSource("system") Pool pool) {
        this.pool = pool;
    }

    /** Runs work in one transaction, which is rolled back where the work fails. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }
}
