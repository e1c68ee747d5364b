package io.frontdesk.ingestion.intake;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.documents.DocumentIntake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code frontdesk.documents.*} as a CloudEvent in binary mode.
 *
 * @param deletion whether it deletes a document, or else takes one in
 * @param key the API key by which it says for whom it may write
 * @param tenantId the tenant that it names itself
 * @param time when what it tells of happened
 * @param offset in its partition
 */
// Read once and thrown away; nobody compares them.
@SuppressWarnings("ArrayRecordComponent")
record IntakeEvent(
        boolean deletion, @Nullable String key, @Nullable UUID tenantId, Instant time, long offset, byte[] data) {
    private static final String VERSION = "1.0";

    /**
     * Reads a record.
     *
     * @throws IntakeRefused where it is no CloudEvent, or one that is not for us
     */
    static IntakeEvent of(ConsumerRecord<?, byte[]> event) {
        String version = required(event, Headers.CE_SPEC_VERSION);
        if (!VERSION.equals(version)) {
            throw new IntakeRefused("not_a_cloud_event", "ce_specversion must be 1.0");
        }
        required(event, Headers.CE_ID);
        required(event, Headers.CE_SOURCE);
        if (event.value() == null) {
            throw new IntakeRefused("no_content", "the record has no value");
        }
        return new IntakeEvent(
                isDeletion(required(event, Headers.CE_TYPE)),
                key(event),
                tenant(event),
                time(event),
                event.offset(),
                event.value());
    }

    /** When the change was made, where {@code version} bears the publisher's own number. */
    Moment moment(@Nullable Long version) {
        return new Moment(version, time, offset);
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "IntakeEvent[deletion=%s, tenant=%s]".formatted(deletion, tenantId);
    }

    private static boolean isDeletion(String type) {
        return switch (type) {
            case DocumentIntake.UPSERTED -> false;
            case DocumentIntake.DELETED -> true;
            default ->
                throw new IntakeRefused(
                        "unknown_type",
                        "ce_type must be %s or %s".formatted(DocumentIntake.UPSERTED, DocumentIntake.DELETED));
        };
    }

    /** The API key that a record came with, whatever else it is. */
    static @Nullable String key(ConsumerRecord<?, byte[]> event) {
        return header(event, Headers.INTAKE_KEY);
    }

    /**
     * The tenant that a record names itself, whatever else it is.
     *
     * @throws IntakeRefused where it names something else
     */
    static @Nullable UUID tenant(ConsumerRecord<?, byte[]> event) {
        String text = header(event, Headers.CE_TENANT_ID);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IntakeRefused("invalid_field", "ce_tenantid must be a UUID");
        }
    }

    /** Nothing is told of before it happens: a clock that goes ahead is set right by the record's own time. */
    private static Instant time(ConsumerRecord<?, byte[]> event) {
        Instant sent = Instant.ofEpochMilli(event.timestamp());
        String said = header(event, Headers.CE_TIME);
        try {
            Instant happened = said == null ? sent : OffsetDateTime.parse(said).toInstant();
            Instant possible = happened.isAfter(sent) ? sent : happened;
            return possible.isBefore(Instant.EPOCH) ? Instant.EPOCH : possible;
        } catch (DateTimeParseException e) {
            throw new IntakeRefused("invalid_field", "ce_time must be a time as of RFC 3339");
        }
    }

    private static String required(ConsumerRecord<?, byte[]> event, String name) {
        String value = header(event, name);
        if (value == null || value.isBlank()) {
            throw new IntakeRefused("not_a_cloud_event", "the header %s is missing".formatted(name));
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<?, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
