package io.frontdesk.retrieval;

import static io.frontdesk.testing.ToldEvents.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.index.KnowledgeChanged;
import io.frontdesk.testing.KafkaResource;
import io.frontdesk.testing.ToldEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What the world is told; every other test of this service runs without Kafka. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
class KnowledgeChangedTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void tellsWhatCameAndWentInTheOrderOfTheVersions() {
        try (var events = ToldEvents.ofThisTest(Topics.KNOWLEDGE_CHANGED)) {
            index(document, 1, "Help", "One.", "Two.");
            index(document, 2, "Help", "Three.");
            remove(writer(), document, 3).statusCode(200);

            List<ConsumerRecord<String, String>> told =
                    await().atMost(PATIENCE).until(() -> events.of(tenant), found -> found.size() >= 3);

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
}
