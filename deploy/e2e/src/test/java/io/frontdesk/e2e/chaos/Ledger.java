package io.frontdesk.e2e.chaos;

import io.frontdesk.local.infra.DatabaseUrl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the databases say about one tenant's documents, as the superuser sees them.
 *
 * @param url of the superuser
 */
record Ledger(DatabaseUrl url, String tenant) {
    private static final String STATES = """
            select external_id, state, failure_code from ingestion.document where tenant_id = ?::uuid order by external_id""";

    private static final String WORK = "select document_id::text from ingestion.work where tenant_id = ?::uuid";

    /** All that is searched, with its vector, and named by what both runs call it. */
    private static final String CHUNKS = """
            select concat_ws(' | ', d.external_id, c.position, c.collection, c.title, c.url, c.language,
                c.heading_path::text, c.page, c.acl::text, c.metadata::text, c.text, md5(v.embedding::text))
            from retrieval.chunk c
            join ingestion.document d on (d.tenant_id, d.id) = (c.tenant_id, c.document_id)
            left join retrieval.chunk_vector v on (v.tenant_id, v.chunk_id) = (c.tenant_id, c.id)
            where c.tenant_id = ?::uuid
            order by d.external_id, c.position""";

    /** Chunks of documents that nobody published. */
    private static final String STRAY = """
            select c.id::text from retrieval.chunk c
            where c.tenant_id = ?::uuid and not exists (
                select from ingestion.document d where (d.tenant_id, d.id) = (c.tenant_id, c.document_id))""";

    /** Where a document is, and why it failed where it did. */
    record Ending(String state, @Nullable String failureCode) {
        boolean isOne() {
            return switch (state) {
                case "indexed", "deleted" -> true;
                case "failed" -> failureCode != null;
                default -> false;
            };
        }

        @Override
        public String toString() {
            return failureCode == null ? state : state + " " + failureCode;
        }
    }

    Map<String, Ending> endings() {
        Map<String, Ending> endings = new TreeMap<>();
        try (var connection = url.connect();
                var statement = connection.prepareStatement(STATES)) {
            statement.setString(1, tenant);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    endings.put(rows.getString(1), new Ending(rows.getString(2), rows.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the documents cannot be read", e);
        }
        return endings;
    }

    List<String> chunks() {
        return texts(CHUNKS);
    }

    List<String> strayChunks() {
        return texts(STRAY);
    }

    List<String> openWork() {
        return texts(WORK);
    }

    private List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (var connection = url.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant's rows cannot be read", e);
        }
        return texts;
    }
}
