package io.frontdesk.ingestion.dead;

import io.frontdesk.ingestion.documents.Lane;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of an intake topic as it is kept: without a credential, and without what is larger than is kept.
 *
 * @param time of the record, to the millisecond
 * @param key absent where the record had none
 * @param headers the last of each name
 * @param value absent where it is too large, or not to be kept
 */
public record KeptRecord(
        String topic,
        int partition,
        long offset,
        Instant time,
        Lane lane,
        @Nullable String key,
        Map<String, String> headers,
        @Nullable Buffer value) {
    public KeptRecord {
        headers = Map.copyOf(headers);
    }

    /** The same, of which only is known that it was there. */
    KeptRecord withoutContent() {
        return new KeptRecord(topic, partition, offset, time, lane, null, Map.of(), null);
    }
}
