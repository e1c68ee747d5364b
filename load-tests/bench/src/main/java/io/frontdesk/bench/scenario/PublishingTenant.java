package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.bench.load.Request;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** A tenant of the suite that was made for a benchmark, and publishes documents over HTTP. */
public final class PublishingTenant implements AutoCloseable {
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
    public static PublishingTenant create(URI url, String operatorKey) {
        var json = JsonNodeFactory.instance;
        var name = "bench-" + UUID.randomUUID();
        var body = json.objectNode().put("name", name);
        var tenant = IdentityAccount.send(url, Request.postJson("/v1/tenants", bearer(operatorKey), body.toString()))
                .path("id")
                .asText();
        body.putArray("scopes").add("documents:read").add("documents:write");
        var path = "/v1/tenants/" + tenant + "/api-keys";
        var key = IdentityAccount.send(url, Request.postJson(path, bearer(operatorKey), body.toString()))
                .path("key")
                .asText();
        return new PublishingTenant(url, tenant, operatorKey, key);
    }

    public String id() {
        return id;
    }

    /** The id of the document that was taken in. */
    public String publish(ObjectNode document) {
        return IdentityAccount.send(url, Request.postJson("/v1/documents", publisher, document.toString()))
                .path("id")
                .asText();
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
