package io.frontdesk.ingestion.documents;

import io.frontdesk.ingestion.documents.Document.Recognised;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A document as a row of its table, and back. */
final class DocumentRows {
    private DocumentRows() {}

    static Document document(Row row) {
        return new Document(
                row.getUUID("tenant_id"),
                row.getUUID("id"),
                row.getString("external_id"),
                row.getLong("version"),
                row.getString("fingerprint"),
                description(row),
                new Recognised(row.getString("parsed_title"), row.getString("parsed_type")),
                Lane.ranked(row.getShort("lane")),
                life(row),
                row.getInteger("chunks"),
                row.getLong("size_bytes"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                source(row));
    }

    /** In the order of the columns in the update: the id first. */
    static List<Object> parameters(Document document) {
        UUID id = document.id();
        Description given = document.description();
        DocumentLife life = document.life();
        SourceVersion source = document.source();
        DocumentLife.Failed failed = life instanceof DocumentLife.Failed failure ? failure : null;
        return Arrays.asList(
                id,
                document.version(),
                document.fingerprint(),
                given.title(),
                given.fileName(),
                given.contentType(),
                given.url(),
                new JsonObject(Map.copyOf(given.metadata())),
                given.acl().toArray(String[]::new),
                document.lane().rank(),
                document.sizeBytes(),
                document.recognised().title(),
                document.recognised().contentType(),
                life.state().name().toLowerCase(Locale.ROOT),
                pieces(life),
                document.chunks(),
                failed == null ? null : failed.failure().code(),
                failed == null ? null : failed.failure().message(),
                failed == null ? null : failed.stage(),
                failed == null ? 0 : failed.attempts(),
                document.createdAt().atOffset(ZoneOffset.UTC),
                document.updatedAt().atOffset(ZoneOffset.UTC),
                source.number(),
                source.closed(),
                source.equals(SourceVersion.NONE) ? null : source.time().atOffset(ZoneOffset.UTC),
                source.offset());
    }

    private static Description description(Row row) {
        return new Description(
                row.getString("given_title"),
                row.getString("file_name"),
                row.getString("given_type"),
                row.getString("url"),
                row.getJsonObject("metadata").stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))),
                List.of(row.getArrayOfStrings("acl")));
    }

    private static SourceVersion source(Row row) {
        return row.getOffsetDateTime("source_time") == null
                ? SourceVersion.NONE
                : new SourceVersion(
                        row.getLong("source_number"),
                        row.getBoolean("source_closed"),
                        instant(row, "source_time"),
                        row.getLong("source_offset"));
    }

    private static DocumentLife life(Row row) {
        int pieces = row.getInteger("pieces");
        return switch (row.getString("state")) {
            case "received" -> new DocumentLife.Received();
            case "parsing" -> new DocumentLife.Parsing();
            case "chunked" -> new DocumentLife.Chunked(pieces);
            case "indexing" -> new DocumentLife.Indexing(pieces);
            case "indexed" -> new DocumentLife.Indexed(row.getInteger("chunks"));
            case "failed" ->
                new DocumentLife.Failed(
                        new Failure(row.getString("failure_code"), row.getString("failure")),
                        row.getString("failed_stage"),
                        row.getInteger("attempts"));
            case "deleted" -> new DocumentLife.Deleted();
            default -> throw new IllegalStateException("no such state: " + row.getString("state"));
        };
    }

    private static int pieces(DocumentLife life) {
        return switch (life) {
            case DocumentLife.Chunked chunked -> chunked.pieces();
            case DocumentLife.Indexing indexing -> indexing.pieces();
            case DocumentLife.Indexed indexed -> indexed.chunks();
            default -> 0;
        };
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
