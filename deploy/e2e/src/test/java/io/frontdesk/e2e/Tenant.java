package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.local.suite.Suite;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A business with an API key, as its frontends and pipelines act. */
record Tenant(Suite suite, String id, String apiKey) {
    static Tenant create(Suite suite, String name) {
        var operator = "Bearer " + suite.operatorKey();
        String id = given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", operator)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String key = given().baseUri(suite.gatewayUrl(2))
                .header("Authorization", operator)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "e2e", "scopes", List.of("chat", "search", "documents:read", "documents:write")))
                .post("/v1/tenants/{id}/api-keys", id)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return new Tenant(suite, id, key);
    }

    /** A request to a replica of the gateway, counted from 1. */
    RequestSpecification via(int gateway) {
        return given().baseUri(suite.gatewayUrl(gateway))
                .header("Authorization", "Bearer " + apiKey)
                .contentType(ContentType.JSON);
    }

    ValidatableResponse asks(int gateway, String question) {
        return via(gateway)
                .body(Map.of("question", question))
                .post("/v1/answers")
                .then();
    }

    ValidatableResponse searches(int gateway, String query) {
        return via(gateway).body(Map.of("query", query)).post("/v1/search").then();
    }

    /** Publishes a document over Kafka as pipelines do. */
    void publishes(String topic, Map<String, Object> intake) {
        publishes(
                topic,
                Map.of(
                        Headers.CE_ID,
                        Ids.next().toString(),
                        Headers.CE_SOURCE,
                        "/e2e",
                        Headers.CE_SPEC_VERSION,
                        "1.0",
                        Headers.CE_TYPE,
                        DocumentIntake.UPSERTED,
                        Headers.CONTENT_TYPE,
                        "application/json",
                        Headers.INTAKE_KEY,
                        apiKey),
                intake);
    }

    void publishes(String topic, Map<String, String> headers, Map<String, Object> intake) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.servers().kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(topic, id + "/" + intake.get("external_id"), Json.write(intake));
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }
}
