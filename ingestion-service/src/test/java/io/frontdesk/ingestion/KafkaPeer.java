package io.frontdesk.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Headers;
import io.frontdesk.testing.ToldEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** A plain Kafka client, as a pipeline would have: publishes documents, and follows one topic from now on. */
public final class KafkaPeer implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final ToldEvents told;
    private final ObjectMapper json = new ObjectMapper();

    public KafkaPeer(String bootstrapServers, String follow) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        told = new ToldEvents(bootstrapServers, follow);
    }

    /** The headers of a CloudEvent with a key. */
    public static Map<String, String> cloudEvent(String type, String key) {
        return Map.of(
                Headers.CE_ID,
                UUID.randomUUID().toString(),
                Headers.CE_SOURCE,
                "/tests",
                Headers.CE_SPEC_VERSION,
                "1.0",
                Headers.CE_TYPE,
                type,
                Headers.INTAKE_KEY,
                key);
    }

    public RecordMetadata publish(String topic, String key, Map<String, String> headers, String value) {
        return publish(topic, key, headers, value.getBytes(StandardCharsets.UTF_8));
    }

    public RecordMetadata publish(String topic, String key, Map<String, String> headers, byte[] value) {
        var event = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> event.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return producer.send(event).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a record whose value is such. */
    public ConsumerRecord<String, String> await(Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> all(wanted).stream().findFirst().orElse(null), found -> found != null);
    }

    /** The records so far whose value is such. */
    public List<ConsumerRecord<String, String>> all(Predicate<JsonNode> wanted) {
        return told.all().stream().filter(event -> wanted.test(value(event))).toList();
    }

    public JsonNode value(ConsumerRecord<String, String> event) {
        try {
            return json.readTree(event.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        told.close();
    }
}
