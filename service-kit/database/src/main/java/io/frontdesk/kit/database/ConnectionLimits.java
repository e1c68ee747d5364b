package io.frontdesk.kit.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * How many connections PostgreSQL gives a role.
 *
 * @param role whom
 * @param ofAll to all roles together, without those that it reserves
 * @param ofDatabase in this database; negative where that has no limit of its own
 * @param ofRole to the role; negative where that has no limit of its own
 * @param pooled whether a pooler such as PgBouncer answers in PostgreSQL's place, and shares these connections out
 */
record ConnectionLimits(String role, int ofAll, int ofDatabase, int ofRole, boolean pooled) {
    private static final Logger LOG = Logger.getLogger(ConnectionLimits.class);
    private static final String CONNECT_SECONDS = "3";

    private static final String ASK = """
            select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                    - coalesce(current_setting('reserved_connections', true)::int, 0) as of_all,
                (select datconnlimit from pg_database where datname = current_database()) as of_database,
                (select rolconnlimit from pg_roles where rolname = current_user) as of_role,
                pg_backend_pid() as process""";

    /** A pool, and the variable that sizes it. */
    record Pool(String variable, int size) {}

    /** Asks PostgreSQL; nothing where it does not answer. Blocks: for the time before the first request. */
    static Optional<ConnectionLimits> of(DatabaseUrl url) {
        try {
            return Optional.of(ask(url));
        } catch (SQLException e) {
            LOG.warnf("How many connections %s gives cannot be asked: %s", url.address(), e.getMessage());
            return Optional.empty();
        }
    }

    private static ConnectionLimits ask(DatabaseUrl url) throws SQLException {
        var login = new Properties();
        login.setProperty("user", url.user());
        login.setProperty("password", url.password());
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        try (Connection connection = new Driver().connect("jdbc:" + url.address(), login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(ASK)) {
            rows.next();
            // A pooler gives each client a number of its own where PostgreSQL gives that of the process that serves it.
            boolean pooled = connection.unwrap(PGConnection.class).getBackendPID() != rows.getInt("process");
            return new ConnectionLimits(
                    url.user(), rows.getInt("of_all"), rows.getInt("of_database"), rows.getInt("of_role"), pooled);
        }
    }

    /**
     * Refuses a pool that cannot be filled.
     *
     * @throws ConfigurationException with one line that says which, and why
     */
    void require(Pool pool) {
        if (pooled) {
            LOG.infof(
                    "%s: a pooler shares out at most %d connections of PostgreSQL; how many of them this service gets"
                            + " (PgBouncer: max_client_conn, default_pool_size) only its own configuration says",
                    pool.variable(), ofAll);
        } else if (ofRole >= 0 && pool.size() > ofRole) {
            throw refused(pool.variable() + " is " + pool.size(), ofRole, "the limit of the role " + role);
        } else {
            requireTogether(List.of(pool));
        }
    }

    /** The same for pools that share the database. */
    void requireTogether(List<Pool> pools) {
        int wanted = pools.stream().mapToInt(Pool::size).sum();
        String names = pools.stream().map(Pool::variable).collect(Collectors.joining(" and "))
                + (pools.size() == 1 ? " is " : " are together ")
                + wanted;
        if (!pooled && ofDatabase >= 0 && wanted > ofDatabase) {
            throw refused(names, ofDatabase, "the limit of the database");
        }
        if (!pooled && wanted > ofAll) {
            throw refused(names, ofAll, "max_connections without those that are reserved");
        }
    }

    private static ConfigurationException refused(String wanted, int given, String limit) {
        return new ConfigurationException(
                "%s, but PostgreSQL gives at most %d connections (%s): make the pool smaller or the limit greater"
                        .formatted(wanted, given, limit));
    }
}
