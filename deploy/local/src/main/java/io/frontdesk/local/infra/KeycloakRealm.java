package io.frontdesk.local.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A realm of a {@link Keycloak}, with one user and some clients.
 *
 * @param url of the server
 */
public record KeycloakRealm(URI url, HttpClient http, Definition definition) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /**
     * What a realm has.
     *
     * @param clients each with its own name as its secret, for users with a password and for itself; a token that it gets has
     *     its name as an audience
     * @param user the name of its one user, whose password is the same
     * @param tokenSeconds how long an access token lives
     * @param passwordPolicy of Keycloak, empty for its own
     */
    public record Definition(String name, List<String> clients, String user, int tokenSeconds, String passwordPolicy) {
        public Definition {
            clients = List.copyOf(clients);
        }

        public Definition(String name, List<String> clients, String user) {
            this(name, clients, user, 300, "");
        }

        Map<String, Object> representation() {
            var realm = new LinkedHashMap<String, Object>();
            realm.put("realm", name);
            realm.put("enabled", true);
            realm.put("sslRequired", "none");
            realm.put("accessTokenLifespan", tokenSeconds);
            realm.put("passwordPolicy", passwordPolicy);
            realm.put("clients", clients.stream().map(Definition::client).toList());
            realm.put("users", List.of(user(user)));
            return realm;
        }

        private static Map<String, Object> client(String name) {
            var audience = Map.of(
                    "name", "audience",
                    "protocol", "openid-connect",
                    "protocolMapper", "oidc-audience-mapper",
                    "config", Map.of("included.client.audience", name, "access.token.claim", "true"));
            return Map.of(
                    "clientId", name,
                    "secret", name,
                    "enabled", true,
                    "publicClient", false,
                    "directAccessGrantsEnabled", true,
                    "serviceAccountsEnabled", true,
                    "protocolMappers", List.of(audience));
        }

        private static Map<String, Object> user(String name) {
            return Map.of(
                    "username",
                    name,
                    "enabled",
                    true,
                    "email",
                    name + "@example.com",
                    "emailVerified",
                    true,
                    "firstName",
                    name,
                    "lastName",
                    name,
                    "credentials",
                    List.of(Map.of("type", "password", "value", name, "temporary", false)));
        }
    }

    static KeycloakRealm create(URI url, HttpClient http, Definition definition) {
        var master = new KeycloakRealm(url, http, new Definition("master", List.of(), Keycloak.ADMIN));
        var admin = master.grant(Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                Keycloak.ADMIN,
                "password",
                Keycloak.ADMIN));
        var request = HttpRequest.newBuilder(url.resolve("/admin/realms"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + admin.path("access_token").asText())
                .POST(BodyPublishers.ofString(write(definition.representation())))
                .build();
        send(http, request, 201);
        return new KeycloakRealm(url, http, definition);
    }

    public String issuer() {
        return url + "/realms/" + definition.name();
    }

    /** The path of its token endpoint. */
    public String tokenPath() {
        return "/realms/" + definition.name() + "/protocol/openid-connect/token";
    }

    /** The access token of its user, got by one of its clients. */
    public String userToken(String client) {
        return grant(passwordGrant(client)).path("access_token").asText();
    }

    /** The fields of a form by which a client signs the user in. */
    public Map<String, String> passwordGrant(String client) {
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                client,
                "client_secret",
                client,
                "username",
                definition.user(),
                "password",
                definition.user());
    }

    /** Asks the token endpoint. */
    public JsonNode grant(Map<String, String> form) {
        var request = HttpRequest.newBuilder(url.resolve(tokenPath()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        return read(send(http, request, 200).body());
    }

    /** A form as it is sent. */
    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request, int expected) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IllegalStateException(
                        "Keycloak answers " + response.statusCode() + " to " + request.uri() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Keycloak", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Keycloak does not speak JSON: " + text, e);
        }
    }
}
