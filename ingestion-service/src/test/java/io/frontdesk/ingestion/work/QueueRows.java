package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.Lane;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The queue as its tables' owner sees it: filled by the thousand without documents, and looked at. */
record QueueRows(DataSource owner) {
    private static final String FILL = """
        INSERT INTO work (tenant_id, document_id, version, task, lane, available_at)
        SELECT ?::uuid, gen_random_uuid(), 1, 'index', ?, clock_timestamp() FROM generate_series(1, ?)\
        """;
    private static final String TURN = """
        INSERT INTO turn (tenant_id, lane, plan, next_at) VALUES (?::uuid, ?, ?, clock_timestamp())
        ON CONFLICT (tenant_id, lane) DO UPDATE SET next_at = excluded.next_at\
        """;

    void empty() {
        execute("TRUNCATE work, turn, outbox");
    }

    void add(UUID tenant, String plan, Lane lane, int documents) {
        try (Connection connection = owner.getConnection();
                var fill = connection.prepareStatement(FILL);
                var turn = connection.prepareStatement(TURN)) {
            fill.setString(1, tenant.toString());
            fill.setShort(2, lane.rank());
            fill.setInt(3, documents);
            fill.executeUpdate();
            turn.setString(1, tenant.toString());
            turn.setShort(2, lane.rank());
            turn.setString(3, plan);
            turn.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The task is done. */
    void done(Lease lease) {
        execute("DELETE FROM work WHERE lease_token = '%s'".formatted(lease.token()));
    }

    /** Lets a turn have waited since long ago. */
    void age(UUID tenant) {
        execute("UPDATE turn SET served_at = now() - interval '1 day' WHERE tenant_id = '%s'".formatted(tenant));
    }

    long leased(UUID tenant) {
        return number(
                "SELECT count(*) FROM work WHERE tenant_id = '%s' AND lease_token IS NOT NULL AND available_at > now()"
                        .formatted(tenant));
    }

    long number(String sql) {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
