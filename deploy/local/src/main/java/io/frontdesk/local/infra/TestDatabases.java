package io.frontdesk.local.infra;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Databases of tests, each a copy of one furnished template. Their names carry when they were made, so that those which a
 * killed test left behind can be told and dropped.
 */
public record TestDatabases(Database template, Clock clock) {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("test_.*_([0-9a-z]+)_[0-9a-z]+");
    private static final int BASE = 36;

    public Database create(String prefix) {
        var made = Long.toString(clock.millis() / 1000, BASE);
        var unique = Integer.toString(new SecureRandom().nextInt(Integer.MAX_VALUE), BASE);
        try {
            return template.copy("test_" + prefix.replaceAll("\\W", "_") + "_" + made + "_" + unique);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test: " + e.getMessage(), e);
        }
    }

    public void dropOld() {
        try (var connection = template.admin().to("postgres").connect();
                var statement = connection.createStatement()) {
            var old = new ArrayList<String>();
            try (var names = statement.executeQuery("select datname from pg_database")) {
                while (names.next()) {
                    if (isOld(names.getString(1))) {
                        old.add(names.getString(1));
                    }
                }
            }
            for (var name : old) {
                statement.execute("drop database if exists " + Database.quoted(name) + " with (force)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("old test databases cannot be dropped: " + e.getMessage(), e);
        }
    }

    boolean isOld(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches()
                && Long.parseLong(matcher.group(1), BASE)
                        < clock.instant().minus(KEPT).getEpochSecond();
    }
}
