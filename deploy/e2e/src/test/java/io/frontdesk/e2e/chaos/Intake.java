package io.frontdesk.e2e.chaos;

import io.frontdesk.contracts.Topics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the ingestion-service is with the topics. */
final class Intake {
    private static final String GROUP = "frontdesk-ingestion";
    private static final Set<String> TOPICS =
            Set.of(Topics.DOCUMENTS_HIGH, Topics.DOCUMENTS_NORMAL, Topics.DOCUMENTS_LOW);

    private Intake() {}

    /** Records that were published and whose taking in is not committed yet. */
    static long lag(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var partitions = admin.describeTopics(TOPICS).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            var ends = admin.listOffsets(partitions).all().get();
            var committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var taken = committed.get(end.getKey());
                        return end.getValue().offset() - (taken == null ? 0 : taken.offset());
                    })
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far its readers are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        }
    }
}
