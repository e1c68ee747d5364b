package io.frontdesk.kit.events;

import io.frontdesk.contracts.Headers;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Sends to Kafka, as CloudEvents 1.0 in binary mode. */
@ApplicationScoped
public class Publisher {
    private final MutinyEmitter<String> records;
    private final String source;

    Publisher(
            @Channel("events-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> records,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.records = records;
        this.source = "/frontdesk/" + service;
    }

    /**
     * Sends one event; done when the brokers have it.
     *
     * @param tenant absent where it is not known whose the event is
     */
    public Uni<Void> send(
            String topic, String key, UUID id, String type, @Nullable UUID tenant, Instant time, String data) {
        var headers = new RecordHeaders();
        add(headers, Headers.CE_ID, id.toString());
        add(headers, Headers.CE_SOURCE, source);
        add(headers, Headers.CE_SPEC_VERSION, "1.0");
        add(headers, Headers.CE_TYPE, type);
        add(headers, Headers.CE_TIME, time.toString());
        if (tenant != null) {
            add(headers, Headers.CE_TENANT_ID, tenant.toString());
        }
        add(headers, Headers.CONTENT_TYPE, "application/json");
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic)
                .withKey(key)
                .withHeaders(headers)
                .build();
        return records.sendMessage(Message.of(data).addMetadata(metadata));
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
