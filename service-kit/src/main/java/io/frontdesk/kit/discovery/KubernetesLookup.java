package io.frontdesk.kit.discovery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instances by the Kubernetes API: the ready endpoints of the EndpointSlices ({@code discovery.k8s.io/v1}) of {@code namespace/service},
 * or {@code namespace/service:port} by the port's name where the service has several. The pod's account has to be allowed to list them.
 */
final class KubernetesLookup implements Lookup {
    private static final Pattern SERVICE = Pattern.compile("([a-z0-9-]+)/([a-z0-9-]+)(?::([a-z0-9-]+))?");

    private final DiscoveryConfig.Kubernetes config;
    private final String slices;
    private final String service;
    private final String port;
    private final Vertx vertx;
    private final WebClient http;

    KubernetesLookup(String address, DiscoveryConfig.Kubernetes config, Vertx vertx) {
        Matcher named = SERVICE.matcher(address);
        if (!named.matches()) {
            throw new IllegalArgumentException("must be namespace/service or namespace/service:port: " + address);
        }
        this.config = config;
        this.slices = config.url() + "/apis/discovery.k8s.io/v1/namespaces/" + named.group(1) + "/endpointslices";
        this.service = named.group(2);
        this.port = Objects.requireNonNullElse(named.group(3), "");
        this.vertx = vertx;
        this.http = WebClient.create(vertx, options(config));
    }

    private static WebClientOptions options(DiscoveryConfig.Kubernetes config) {
        String authorities = config.account().resolve("ca.crt").toString();
        return new WebClientOptions().setTrustOptions(new PemTrustOptions().addCertPath(authorities));
    }

    @Override
    public Uni<List<Address>> find() {
        return vertx.fileSystem()
                .readFile(config.account().resolve("token").toString())
                .chain(this::list)
                .map(this::addresses);
    }

    /** Whatever the API's own cache holds, which is what a watch would tell: that costs its database nothing. */
    private Uni<HttpResponse<Buffer>> list(Buffer token) {
        return http.getAbs(slices)
                .addQueryParam("labelSelector", "kubernetes.io/service-name=" + service)
                .addQueryParam("resourceVersion", "0")
                .bearerTokenAuthentication(token.toString().strip())
                .send();
    }

    private List<Address> addresses(HttpResponse<Buffer> response) {
        if (response.statusCode() != Status.OK.getStatusCode()) {
            throw new IllegalStateException("Kubernetes answers " + response.statusCode() + " to a list of " + slices);
        }
        Map<String, List<JsonObject>> families = objects(response.bodyAsJsonObject(), "items")
                .collect(Collectors.groupingBy(slice -> slice.getString("addressType", "")));
        // Of a pod with an address of either family, one.
        return families.getOrDefault("IPv4", families.getOrDefault("IPv6", List.of())).stream()
                .flatMap(this::ready)
                .toList();
    }

    private Stream<Address> ready(JsonObject slice) {
        List<Integer> ports = objects(slice, "ports")
                .filter(named -> port.isEmpty() || port.equals(named.getString("name")))
                .map(named -> named.getInteger("port"))
                .toList();
        if (ports.size() != 1) {
            throw new IllegalStateException(service + " has no port, or several: name one");
        }
        return objects(slice, "endpoints")
                .filter(endpoint -> !Boolean.FALSE.equals(conditions(endpoint).getBoolean("ready")))
                .map(endpoint -> new Address(endpoint.getJsonArray("addresses").getString(0), ports.getFirst()));
    }

    /** Without a word of it, an endpoint is ready. */
    private static JsonObject conditions(JsonObject endpoint) {
        return endpoint.getJsonObject("conditions", new JsonObject());
    }

    private static Stream<JsonObject> objects(JsonObject in, String name) {
        JsonArray array = in.getJsonArray(name);
        return array == null ? Stream.empty() : array.stream().map(JsonObject.class::cast);
    }

    @Override
    public void close() {
        http.close();
    }
}
