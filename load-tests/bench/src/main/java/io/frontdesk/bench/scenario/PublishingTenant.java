package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.load.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant of the suite that was made for a benchmark, and publishes documents over HTTP. */
public final class PublishingTenant implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final URI url;
    private final String id;
    private final Map<String, String> operator;
    private final Map<String, String> publisher;

    private PublishingTenant(URI url, String id, String operatorKey, String key) {
        this.url = url;
        this.id = id;
        this.operator = bearer(operatorKey);
        this.publisher = bearer(key);
    }

    /** Made at a gateway by the operator. */
    public static PublishingTenant create(URI url, String operatorKey, String plan) {
        var json = JsonNodeFactory.instance;
        var name = "bench-" + UUID.randomUUID();
        var definition = json.objectNode().put("name", name).put("plan", plan);
        var tenant = IdentityAccount.send(
                        url, Request.postJson("/v1/tenants", bearer(operatorKey), definition.toString()))
                .path("id")
                .asText();
        var body = json.objectNode().put("name", name);
        body.putArray("scopes").add("documents:read").add("documents:write").add("chat");
        var path = "/v1/tenants/" + tenant + "/api-keys";
        var key = IdentityAccount.send(url, Request.postJson(path, bearer(operatorKey), body.toString()))
                .path("key")
                .asText();
        return new PublishingTenant(url, tenant, operatorKey, key);
    }

    public String id() {
        return id;
    }

    /** With its own key. */
    Map<String, String> credentials() {
        return publisher;
    }

    /** The id of the document that was taken in. */
    public String publish(ObjectNode document) {
        return IdentityAccount.send(url, Request.postJson("/v1/documents", publisher, document.toString()))
                .path("id")
                .asText();
    }

    /** The same, of a file. */
    public String publish(Path file) {
        try {
            return publish(JsonNodeFactory.instance
                    .objectNode()
                    .put("title", String.valueOf(file.getFileName()))
                    .put("content_base64", Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when all these documents are searched. */
    void awaitIndexed(List<String> documents) {
        try {
            for (var document : documents) {
                while (!isIndexed(document(document))) {
                    Thread.sleep(LOOK);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    static boolean isIndexed(JsonNode document) {
        var state = document.path("state").asText();
        if (state.equals("failed")) {
            throw new Failure("a document failed: " + document.path("reason").asText());
        }
        return state.equals("indexed");
    }

    /** The answer to a question, as one document. */
    JsonNode answer(String question) {
        var body = JsonNodeFactory.instance.objectNode().put("question", question);
        return IdentityAccount.send(url, Request.postJson("/v1/answers", publisher, body.toString()));
    }

    JsonNode document(String document) {
        return IdentityAccount.send(url, new Request("GET", "/v1/documents/" + document, publisher, ""));
    }

    /** Ends the tenant. */
    @Override
    public void close() {
        IdentityAccount.send(url, new Request("DELETE", "/v1/tenants/" + id, operator, ""));
    }

    private static Map<String, String> bearer(String key) {
        return Map.of("authorization", "Bearer " + key);
    }
}
