package io.frontdesk.e2e.chaos;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.e2e.chaos.Catalogue.Record;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** A business's own pipeline: a producer that does not give up while the broker is away. */
final class Pipeline implements AutoCloseable {
    private static final List<String> TOPICS =
            List.of(Topics.DOCUMENTS_HIGH, Topics.DOCUMENTS_NORMAL, Topics.DOCUMENTS_LOW);

    private final String tenant;
    private final String apiKey;
    private final KafkaProducer<String, String> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Pipeline(String bootstrapServers, String tenant, String apiKey) {
        this.tenant = tenant;
        this.apiKey = apiKey;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "delivery.timeout.ms", "300000", "linger.ms", "5"),
                new StringSerializer(),
                new StringSerializer());
    }

    void publish(Record record) {
        var message =
                new ProducerRecord<>(TOPICS.get(record.lane()), tenant + "/" + record.externalId(), record.value());
        Map.of(
                        Headers.CE_ID,
                        Ids.next().toString(),
                        Headers.CE_SOURCE,
                        "/chaos",
                        Headers.CE_SPEC_VERSION,
                        "1.0",
                        Headers.CE_TYPE,
                        record.deletion() ? DocumentIntake.DELETED : DocumentIntake.UPSERTED,
                        Headers.CONTENT_TYPE,
                        "application/json",
                        Headers.INTAKE_KEY,
                        apiKey)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(message));
    }

    /** Until Kafka has taken all of it. */
    void awaitTaken() {
        try {
            for (var record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take a record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
