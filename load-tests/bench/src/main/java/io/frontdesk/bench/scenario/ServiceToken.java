package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.load.Request;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.workspace.Workspace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** What a service of the suite that {@code make up} started asks another with, for one tenant. Renewed while it is used. */
public final class ServiceToken {
    /** Tokens live for 5 minutes. */
    private static final Duration RENEWED = Duration.ofMinutes(2);

    private final String client;
    private final String tenant;
    private Map<String, String> headers = Map.of();
    private long renewedAt;

    private ServiceToken(String client, String tenant) {
        this.client = client;
        this.tenant = tenant;
    }

    public static ServiceToken of(Workspace workspace, String tenant) {
        var secret = workspace.secrets().get("GENERATION_CLIENT_SECRET");
        return new ServiceToken(Service.GENERATION.folder() + ":" + secret, tenant);
    }

    /** Where the first replica of a service is asked. */
    public static URI address(Service service) {
        return URI.create(Addresses.standard().url(new Instance(service, 1)));
    }

    /** The {@code authorization}; asked for by one thread at a time. */
    public Map<String, String> credentials() {
        if (headers.isEmpty() || System.nanoTime() - renewedAt > RENEWED.toNanos()) {
            headers = Map.of("authorization", "Bearer " + token());
            renewedAt = System.nanoTime();
        }
        return headers;
    }

    private String token() {
        var basic = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        var body = JsonNodeFactory.instance.objectNode().put("tenant_id", tenant);
        var asking = Request.postJson("/internal/v1/client-tokens", Map.of("authorization", basic), body.toString());
        return IdentityAccount.send(address(Service.AUTH), asking)
                .path("access_token")
                .asText();
    }
}
