package io.frontdesk.local.demo;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.local.process.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes documents as any pipeline would: CloudEvents in binary mode, with an API key that says for whom. */
record DocumentPublisher(String bootstrapServers, String tenantId, String apiKey) {
    private static final int LARGEST_RECORD = 8 << 20;

    void publish(List<SampleDocument> documents) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var sent = new ArrayList<Future<?>>();
            for (var document : documents) {
                sent.add(producer.send(toRecord(document)));
            }
            for (var record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new Failure("Kafka did not take a sample document: " + e.getMessage(), "see make logs, then make up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    private ProducerRecord<String, String> toRecord(SampleDocument document) {
        var key = tenantId + "/" + document.externalId();
        var record = new ProducerRecord<>(Topics.DOCUMENTS_NORMAL, key, document.toIntake());
        header(record, Headers.CE_ID, UUID.randomUUID().toString());
        header(record, Headers.CE_SOURCE, "/frontdesk/local/sample-documents");
        header(record, Headers.CE_SPEC_VERSION, "1.0");
        header(record, Headers.CE_TYPE, DocumentIntake.UPSERTED);
        header(record, Headers.CE_TIME, Instant.now().toString());
        header(record, Headers.CONTENT_TYPE, "application/json");
        header(record, Headers.INTAKE_KEY, apiKey);
        return record;
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
