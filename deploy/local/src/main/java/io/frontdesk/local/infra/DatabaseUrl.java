package io.frontdesk.local.infra;

import io.frontdesk.local.process.Failure;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** {@code postgresql://user:password@host:port/database}. */
public record DatabaseUrl(String user, String password, String host, int port, String database) {
    private static final int DEFAULT_PORT = 5432;

    /** @throws Failure when the text is no such URL */
    public static DatabaseUrl parse(String text) {
        try {
            var uri = URI.create(text);
            var credentials = uri.getRawUserInfo().split(":", 2);
            var path = uri.getPath();
            return new DatabaseUrl(
                    decoded(credentials[0]),
                    credentials.length > 1 ? decoded(credentials[1]) : "",
                    uri.getHost(),
                    uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                    path.length() > 1 ? path.substring(1) : decoded(credentials[0]));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Failure(
                    "DATABASE_URL cannot be read", "write it as postgresql://user:password@host:port/database");
        }
    }

    public DatabaseUrl to(String otherDatabase) {
        return new DatabaseUrl(user, password, host, port, otherDatabase);
    }

    public DatabaseUrl as(String otherUser, String otherPassword) {
        return new DatabaseUrl(otherUser, otherPassword, host, port, database);
    }

    public Connection connect() throws SQLException {
        var jdbc = "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database) + "?connectTimeout=5";
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        // Not by DriverManager, which finds no driver where tests have class loaders of their own.
        return new Driver().connect(jdbc, login);
    }

    public boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "postgresql://" + encoded(user) + ":" + encoded(password) + "@" + host + ":" + port + "/"
                + encoded(database);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
