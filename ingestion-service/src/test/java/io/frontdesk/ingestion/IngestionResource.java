package io.frontdesk.ingestion;

import io.frontdesk.local.TestInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/**
 * Intake topics of this run's own on the shared broker, so that nobody else reads what tests publish, and pauses that are
 * short enough to wait for.
 */
public class IngestionResource implements QuarkusTestResourceLifecycleManager {
    public static final String TOPIC_PREFIX = "test.topic-prefix";

    private final String prefix = "test." + UUID.randomUUID() + ".documents.";
    private final List<String> topics = List.of(prefix + "high", prefix + "normal", prefix + "low");

    @Override
    public Map<String, String> start() {
        try (Admin admin = admin()) {
            await(admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, 2, (short) 1))
                            .toList())
                    .all());
        }
        return Map.ofEntries(
                Map.entry("mp.messaging.connector.smallrye-kafka.group.id", prefix + "group"),
                Map.entry("mp.messaging.incoming.documents-high.topic", prefix + "high"),
                Map.entry("mp.messaging.incoming.documents-normal.topic", prefix + "normal"),
                Map.entry("mp.messaging.incoming.documents-low.topic", prefix + "low"),
                Map.entry(TOPIC_PREFIX, prefix),
                Map.entry("frontdesk.intake.max-bytes", "1M"),
                Map.entry("frontdesk.intake.first-pause", "100ms"),
                Map.entry("frontdesk.dead.max-record-bytes", "64K"),
                Map.entry("frontdesk.work.lease", "3s"),
                Map.entry("frontdesk.work.figures-every", "200ms"),
                Map.entry("frontdesk.work.first-pause", "50ms"),
                Map.entry("frontdesk.work.report-every", "50ms"),
                Map.entry("frontdesk.watch.poll", "50ms"),
                Map.entry("frontdesk.work.longest-pause", "200ms"));
    }

    @Override
    public void stop() {
        try (Admin admin = admin()) {
            await(admin.deleteTopics(topics).all());
        }
    }

    private static Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", TestInfrastructure.ensure().kafkaBootstrapServers()));
    }

    private static void await(KafkaFuture<Void> done) {
        done.toCompletionStage().toCompletableFuture().join();
    }
}
