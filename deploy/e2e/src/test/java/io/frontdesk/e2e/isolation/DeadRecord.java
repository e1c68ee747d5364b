package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.local.suite.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record that is no document, and becomes a dead letter: no operation of the API makes one. */
record DeadRecord(Suite suite) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The id of a letter of the key's tenant. */
    String of(String key) {
        return letter("/v1/dead-letters", key, publish(Map.of(Headers.INTAKE_KEY, key)));
    }

    /** The id of a letter that only the operator sees. */
    String ofNobody() {
        return letter("/v1/admin/dead-letters", suite.operatorKey(), publish(Map.of()));
    }

    private String letter(String letters, String key, String original) {
        return await().atMost(PATIENCE)
                .until(
                        () -> given().baseUri(suite.gatewayUrl(1))
                                .headers(SuiteParties.bearer(key))
                                .get(letters)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("data.find { it.original == '%s' }?.id".formatted(original)),
                        found -> found != null);
    }

    /** Where the record stands, as its letter says. */
    private String publish(Map<String, String> credential) {
        Map<String, String> headers = new LinkedHashMap<>(credential);
        headers.put(Headers.CE_ID, Ids.next().toString());
        headers.put(Headers.CE_SOURCE, "/e2e");
        headers.put(Headers.CE_SPEC_VERSION, "1.0");
        headers.put(Headers.CE_TYPE, DocumentIntake.UPSERTED);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.servers().kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var event = new ProducerRecord<String, String>(Topics.DOCUMENTS_NORMAL, "{");
            headers.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var sent = producer.send(event).get();
            return "kafka:%s/%d/%d".formatted(sent.topic(), sent.partition(), sent.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }
}
