package io.frontdesk.auth;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The owner of the tables, whom row-level security does not bind, for what no API can do or see. */
@ApplicationScoped
public class Owner {
    private final AgroalDataSource database;

    Owner(@DataSource("owner") AgroalDataSource database) {
        this.database = database;
    }

    /** Runs an update, with text values; returns how many rows it changed. */
    public int update(String sql, String... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The first column of what a query finds. */
    public List<String> query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
