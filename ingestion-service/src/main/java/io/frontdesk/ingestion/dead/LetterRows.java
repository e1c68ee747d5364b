package io.frontdesk.ingestion.dead;

import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.dead.DeadLetter.OfDocument;
import io.frontdesk.ingestion.dead.DeadLetter.OfRecord;
import io.frontdesk.ingestion.dead.DeadLetter.Origin;
import io.frontdesk.ingestion.documents.Lane;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Dead letters and kept records as rows of their table, and back. */
final class LetterRows {
    /** What {@link #letter} reads: all but what a record holds. */
    static final String COLUMNS = """
            id, tenant_id, stage, code, reason, attempts, died_at, document_id, external_id, version, topic, partition,
            record_offset, record_time, value IS NOT NULL AS kept""";

    /** What {@link #kept} reads. */
    static final String RECORD_COLUMNS =
            "topic, partition, record_offset, record_time, lane, record_key, headers, value";

    private LetterRows() {}

    static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getString("stage"),
                new Refusal(row.getString("code"), row.getString("reason")),
                row.getInteger("attempts"),
                instant(row, "died_at"),
                origin(row));
    }

    private static Origin origin(Row row) {
        UUID document = row.getUUID("document_id");
        if (document != null) {
            var key = new BlobKey(row.getUUID("tenant_id"), document, row.getLong("version"));
            return new OfDocument(key, row.getString("external_id"));
        }
        return new OfRecord(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                instant(row, "record_time"),
                row.getString("external_id"),
                row.getBoolean("kept"));
    }

    static KeptRecord kept(Row row) {
        return new KeptRecord(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("record_offset"),
                instant(row, "record_time"),
                Lane.ranked(row.getShort("lane")),
                row.getString("record_key"),
                row.getJsonObject("headers").stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))),
                row.getBuffer("value"));
    }

    /** In the order of the columns in the insert. */
    static List<Object> parameters(DeadLetter letter, KeptRecord kept) {
        return Arrays.asList(
                letter.id(),
                letter.tenantId(),
                letter.stage(),
                letter.refusal().code(),
                letter.refusal().reason(),
                letter.attempts(),
                letter.at().atOffset(ZoneOffset.UTC),
                letter.origin().externalId(),
                kept.lane().rank(),
                kept.topic(),
                kept.partition(),
                kept.offset(),
                kept.time().atOffset(ZoneOffset.UTC),
                kept.key(),
                new JsonObject(Map.copyOf(kept.headers())),
                kept.value());
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
