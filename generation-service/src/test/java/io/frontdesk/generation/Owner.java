package io.frontdesk.generation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The tables' owner, whom row-level security does not bind. */
@ApplicationScoped
public class Owner {
    private final AgroalDataSource owner;

    Owner(@DataSource("owner") AgroalDataSource owner) {
        this.owner = owner;
    }

    /** The first column of what is found. */
    public List<String> strings(String sql, Object... values) {
        try (Connection connection = owner.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does something while nobody else can read these tables. */
    public <T> T whileLocked(String tables, Supplier<T> work) {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + tables + " in access exclusive mode");
            try {
                return work.get();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(tables, e);
        }
    }
}
