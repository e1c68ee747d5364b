package io.frontdesk.e2e;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentEvent;
import io.frontdesk.contracts.documents.DocumentState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What becomes of documents from now on, of all tenants, as anybody can read it. */
final class DocumentEvents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;
    private final List<Event> seen = new ArrayList<>();

    /** A document has come to a state. */
    record Event(String tenant, String type, Instant time) {}

    DocumentEvents(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor(Topics.DOCUMENTS_EVENTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Those of a tenant so far that came to the state, in the order in which that happened. */
    List<Event> of(Tenant tenant, DocumentState state) {
        consumer.poll(POLL).forEach(record -> seen.add(event(record)));
        return seen.stream()
                .filter(event -> event.tenant().equals(tenant.id()))
                .filter(event -> event.type().equals(DocumentEvent.type(state)))
                .sorted(Comparator.comparing(Event::time))
                .toList();
    }

    private static Event event(ConsumerRecord<String, String> record) {
        return new Event(
                header(record, Headers.CE_TENANT_ID),
                header(record, Headers.CE_TYPE),
                Instant.parse(header(record, Headers.CE_TIME)));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
