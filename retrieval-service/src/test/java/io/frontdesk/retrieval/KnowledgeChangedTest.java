package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.index.KnowledgeChanged;
import io.frontdesk.testing.KafkaResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the world is told; every other test of this service runs without Kafka. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
class KnowledgeChangedTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void tellsWhatCameAndWentInTheOrderOfTheVersions() {
        try (var kafka = consumer()) {
            index(document, 1, "Help", "One.", "Two.");
            index(document, 2, "Help", "Three.");
            remove(writer(), document, 3).statusCode(200);

            List<ConsumerRecord<String, String>> told = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                kafka.poll(Duration.ofMillis(100)).forEach(event -> {
                    if (tenant.toString().equals(event.key())) {
                        told.add(event);
                    }
                });
                return told.size() >= 3;
            });

            assertThat(told).allSatisfy(event -> {
                assertThat(header(event, Headers.CE_TYPE)).isEqualTo(KnowledgeChanged.TYPE);
                assertThat(header(event, Headers.CE_SOURCE)).isEqualTo("/frontdesk/retrieval-service");
                assertThat(header(event, Headers.CE_TENANT_ID)).isEqualTo(tenant.toString());
                assertThat(new JsonPath(event.value()).getString("document_id")).isEqualTo(document.toString());
            });
            assertThat(told)
                    .extracting(event -> numbers(new JsonPath(event.value())))
                    .containsExactly(List.of(1, 2, 0), List.of(2, 1, 2), List.of(3, 0, 1));
        }
    }

    private static List<Integer> numbers(JsonPath event) {
        return List.of(event.getInt("knowledge_version"), event.getInt("chunks_added"), event.getInt("chunks_removed"));
    }

    /** Of what is told from now on. */
    private static KafkaConsumer<String, String> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.KNOWLEDGE_CHANGED).stream()
                .map(partition -> new TopicPartition(Topics.KNOWLEDGE_CHANGED, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
