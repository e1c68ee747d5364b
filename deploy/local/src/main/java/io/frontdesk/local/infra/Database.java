package io.frontdesk.local.infra;

import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A database with the schemas, roles and extension that the services expect ({@code bootstrap.sql}).
 *
 * @param admin the URL of the superuser
 * @param secret what the roles' passwords are derived from
 */
public record Database(DatabaseUrl admin, String secret) {
    private static final String MEND = "check that DATABASE_URL names a superuser and that its server has pgvector";

    /** The database that the URL names, made and furnished where it is not yet. */
    static Database furnished(DatabaseUrl admin, Secrets secrets) {
        var database = new Database(admin, secrets.get("DATABASE_ROLES_SECRET"));
        try {
            if (!admin.answers()) {
                execute(admin.to("postgres"), "create database " + quoted(admin.database()));
            }
            database.furnish();
            return database;
        } catch (SQLException e) {
            throw new Failure(
                    "PostgreSQL refuses: " + String.valueOf(e.getMessage()).replace('\n', ' '), MEND);
        }
    }

    /** For the service's own work, under row-level security. */
    public String url(String service) {
        return as("frontdesk_" + service);
    }

    /** For the service's work that is no tenant's. */
    public String systemUrl(String service) {
        return as("frontdesk_" + service + "_system");
    }

    /** For the service's migrations: the owner of its schema. */
    public String migrationUrl(String service) {
        return as("frontdesk_" + service + "_owner");
    }

    public String adminUrl() {
        return admin.toString();
    }

    /** Another database with the same furniture, made by copying this one. */
    Database copy(String name) throws SQLException {
        execute(admin.to("postgres"), "create database " + quoted(name) + " template " + quoted(admin.database()));
        return new Database(admin.to(name), secret);
    }

    static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = url.connect()) {
            execute(connection, sql);
        }
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return admin.host() + ":" + admin.port() + "/" + admin.database();
    }

    private String as(String role) {
        return admin.as(role, sha256(secret + role)).toString();
    }

    /** Runs the script where this version of it, with these passwords, has not run yet. */
    private void furnish() throws SQLException {
        var script = script().replace("${secret}", secret);
        var mark = "furnished " + sha256(script);
        try (var connection = admin.connect()) {
            if (!mark.equals(comment(connection))) {
                connection.setAutoCommit(false);
                execute(connection, script);
                execute(connection, "comment on database " + quoted(admin.database()) + " is '" + mark + "'");
                connection.commit();
            }
        }
    }

    private static String comment(Connection connection) throws SQLException {
        var sql = "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static String script() {
        try (var in = Database.class.getResourceAsStream("/io/frontdesk/local/bootstrap.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
