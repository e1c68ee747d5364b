package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.documents.DeadDocument;
import io.frontdesk.ingestion.blob.BlobKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What failed, and why.
 *
 * @param tenantId absent where nobody knows whose it is
 * @param stage {@link #INTAKE}, or the state in which the document failed
 * @param at when it failed last
 */
public record DeadLetter(
        UUID id, @Nullable UUID tenantId, String stage, Refusal refusal, int attempts, Instant at, Origin origin) {
    public static final String INTAKE = "intake";

    /** What it was that failed. */
    public sealed interface Origin {
        /** Where the original is: {@code document:<id>/<version>}, or {@code kafka:<topic>/<partition>/<offset>}. */
        String original();

        /** The publisher's own id of the document, where it could be read. */
        @Nullable
        String externalId();
    }

    /** A version of a document. */
    public record OfDocument(BlobKey key, String externalId) implements Origin {
        @Override
        public String original() {
            return DeadDocument.original(key.documentId(), key.version());
        }
    }

    /**
     * A record of an intake topic.
     *
     * @param time of the record
     * @param kept whether its value is here
     */
    public record OfRecord(
            String topic,
            int partition,
            long offset,
            Instant time,
            @Nullable String externalId,
            boolean kept) implements Origin {
        @Override
        public String original() {
            return "kafka:%s/%d/%d".formatted(topic, partition, offset);
        }
    }
}
