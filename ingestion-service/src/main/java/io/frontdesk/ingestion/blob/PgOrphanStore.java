package io.frontdesk.ingestion.blob;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** By the rows of the documents. */
@ApplicationScoped
class PgOrphanStore implements OrphanStore {
    private static final String ORPHANS = """
            SELECT original.document_id, original.version
            FROM unnest($1::uuid[], $2::bigint[]) AS original (document_id, version)
            LEFT JOIN document ON document.id = original.document_id
            WHERE document.id IS NULL OR document.state = 'deleted' OR original.version > document.version
                OR document.state = 'indexed' AND original.version < document.version
            """;

    private final TenantDatabase database;

    PgOrphanStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<List<BlobKey>> among(UUID tenantId, List<BlobKey> originals) {
        UUID[] documents = originals.stream().map(BlobKey::documentId).toArray(UUID[]::new);
        Long[] versions = originals.stream().map(BlobKey::version).toArray(Long[]::new);
        return database.query(tenantId, connection -> connection
                        .preparedQuery(ORPHANS)
                        .mapping(row -> new BlobKey(tenantId, row.getUUID("document_id"), row.getLong("version")))
                        .execute(Tuple.of(documents, versions)))
                .map(rows -> rows.stream().toList());
    }
}
