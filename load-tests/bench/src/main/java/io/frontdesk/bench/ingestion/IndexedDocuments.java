package io.frontdesk.bench.ingestion;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.local.infra.DatabaseUrl;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What has become of a tenant's documents, as the superuser sees it: asking the API about each would be load of its own.
 *
 * @param url of the superuser
 */
record IndexedDocuments(DatabaseUrl url, String tenant) {
    private static final String OPEN = """
            select count(*) filter (where state not in ('indexed', 'failed')) open,
                count(*) filter (where state = 'failed') failed, max(failure) reason
            from ingestion.document where tenant_id = ?::uuid""";

    /** The text that a chunk's vector is made of. */
    private static final String TEXTS = """
            select array_to_string(array_prepend(c.title, c.heading_path), ' > ') || E'\\n' || c.text
            from retrieval.chunk c join ingestion.document d on (d.tenant_id, d.id) = (c.tenant_id, c.document_id)
            where c.tenant_id = ?::uuid and d.created_at >= ?
            order by c.document_id, c.position""";

    /** How many are under way; fails where one has failed. */
    int open() {
        try (var connection = url.connect();
                var statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, tenant);
            try (var rows = statement.executeQuery()) {
                rows.next();
                if (rows.getInt("failed") > 0) {
                    throw new Failure("a document failed: " + rows.getString("reason"));
                }
                return rows.getInt("open");
            }
        } catch (SQLException e) {
            throw new Failure("the documents cannot be read: " + e.getMessage(), e);
        }
    }

    /** All chunks of documents that came in since then. */
    List<String> textsSince(Instant then) {
        List<String> texts = new ArrayList<>();
        try (var connection = url.connect();
                var statement = connection.prepareStatement(TEXTS)) {
            statement.setString(1, tenant);
            statement.setTimestamp(2, Timestamp.from(then));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new Failure("the chunks cannot be read: " + e.getMessage(), e);
        }
        return texts;
    }
}
