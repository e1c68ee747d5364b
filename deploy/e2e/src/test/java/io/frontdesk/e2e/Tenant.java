package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.local.suite.Suite;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
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

/** A business with an API key, as its frontends and pipelines act. */
public record Tenant(Suite suite, String id, String apiKey) {
    /** A tenant that may ask as much as any. */
    public static Tenant create(Suite suite, String name) {
        return create(suite, name, "gold");
    }

    /** A tenant of a plan of the auth-service's. */
    static Tenant create(Suite suite, String name, String plan) {
        var operator = "Bearer " + suite.operatorKey();
        String id = given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", operator)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "plan", plan))
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
        return as(gateway, apiKey);
    }

    /** The same by another credential: a customer's, an administrator's, the operator's. */
    RequestSpecification as(int gateway, String credential) {
        return given().baseUri(suite.gatewayUrl(gateway))
                .header("Authorization", "Bearer " + credential)
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

    /** The end of the tenant and all it has. */
    void remove() {
        given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", "Bearer " + suite.operatorKey())
                .delete("/v1/tenants/{id}", id)
                .then()
                .statusCode(anyOf(is(202), is(204)));
    }

    /** Publishes a document over Kafka as pipelines do. */
    void publishes(String topic, Map<String, Object> intake) {
        publishes(topic, List.of(intake));
    }

    void publishes(String topic, List<Map<String, Object>> intakes) {
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
                intakes);
    }

    void publishes(String topic, Map<String, String> headers, Map<String, Object> intake) {
        publishes(topic, headers, List.of(intake));
    }

    private void publishes(String topic, Map<String, String> headers, List<Map<String, Object>> intakes) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.servers().kafkaBootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (var intake : intakes) {
                var record = new ProducerRecord<>(topic, id + "/" + intake.get("external_id"), Json.write(intake));
                headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                sent.add(producer.send(record));
            }
            for (var record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the record", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }
}
