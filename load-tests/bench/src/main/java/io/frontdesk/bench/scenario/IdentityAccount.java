package io.frontdesk.bench.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.load.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Users and an API key of a tenant that was made for a benchmark, and the requests by which they get tokens. */
public record IdentityAccount(URI url, Iterator<String> emails, String clientId, String clientSecret) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "correct horse battery";

    /** More than there are connections: logins of one user wait for each other. */
    private static final int USERS = 16;

    static IdentityAccount create(URI url, String operatorKey) {
        var headers = Map.of("authorization", "Bearer " + operatorKey);
        var name = "bench-" + UUID.randomUUID();
        var tenant = "/v1/tenants/"
                + send(url, Request.postJson("/v1/tenants", headers, write(Map.of("name", name, "plan", "gold"))))
                        .path("id")
                        .asText();
        var emails = IntStream.range(0, USERS)
                .mapToObj(i -> name + "-" + i + "@example.com")
                .toList();
        for (var email : emails) {
            var user = Map.of("email", email, "password", PASSWORD, "role", "agent");
            send(url, Request.postJson(tenant + "/users", headers, write(user)));
        }
        var key = send(
                        url,
                        Request.postJson(
                                tenant + "/api-keys", headers, write(Map.of("name", name, "scopes", List.of("chat")))))
                .path("key")
                .asText();
        int secret = key.lastIndexOf('_') + 1;
        return new IdentityAccount(
                url,
                Stream.generate(() -> emails).flatMap(List::stream).iterator(),
                key.substring(0, secret - 1),
                key.substring(secret));
    }

    Request login() {
        return Request.postJson(
                "/v1/auth/login", Map.of(), write(Map.of("email", emails.next(), "password", PASSWORD)));
    }

    Request refresh(String token) {
        return Request.postJson("/v1/auth/refresh", Map.of(), write(Map.of("refresh_token", token)));
    }

    Request grant() {
        return Request.postForm(
                "/v1/auth/token",
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret));
    }

    /** The reply to a request; fails where it is not a success. */
    static JsonNode send(URI url, Request request) {
        var open = HttpRequest.newBuilder(url.resolve(request.path()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        request.headers().forEach(open::header);
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(open.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new Failure(
                        "%s answers %d: %s".formatted(request.path(), response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new Failure("no answer from %s: %s".formatted(url, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static String write(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
