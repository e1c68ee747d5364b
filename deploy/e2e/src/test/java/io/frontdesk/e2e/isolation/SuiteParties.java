package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.e2e.isolation.Carrier.Credential;
import io.frontdesk.e2e.isolation.Carrier.Kind;
import io.frontdesk.e2e.openapi.Filler;
import io.frontdesk.e2e.openapi.Harvest;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tenants and the operator of a running suite, with every carrier of a credential that there is. */
public record SuiteParties(Suite suite) {
    static final String GATEWAY = Service.GATEWAY.folder();
    static final Set<String> BEHIND = Arrays.stream(Service.values())
            .filter(service -> service != Service.GATEWAY)
            .map(Service::folder)
            .collect(Collectors.toSet());
    private static final Set<String> EVERY =
            Arrays.stream(Service.values()).map(Service::folder).collect(Collectors.toSet());

    private static final Set<String> ALL = implied(Scope.OPERATOR);
    private static final Set<String> TENANTS = implied(Scope.ADMIN);
    private static final Set<String> CHAT = implied(Scope.CHAT);
    private static final Set<String> WORKERS =
            names(EnumSet.of(Scope.CHAT, Scope.SEARCH, Scope.DOCUMENTS_READ, Scope.DOCUMENTS_WRITE));

    /** What the roles may, as the README of the auth-service has it. */
    private static final Map<String, Set<String>> ROLES = Map.of(
            "owner",
            TENANTS,
            "agent",
            names(EnumSet.of(
                    Scope.CHAT,
                    Scope.SEARCH,
                    Scope.DOCUMENTS_READ,
                    Scope.TICKETS_READ,
                    Scope.TICKETS_WRITE,
                    Scope.ANALYTICS)),
            "viewer",
            names(EnumSet.of(Scope.SEARCH, Scope.DOCUMENTS_READ, Scope.TICKETS_READ, Scope.ANALYTICS)));

    /** A new tenant with an owner, and a key for everything that a tenant may. */
    public Party tenant(String mark) {
        var tenant =
                asOperator("/tenants", Map.of("name", mark, "plan", "standard")).getString("id");
        var owner = new Person(suite, mark + "@example.com", mark + "-Password");
        asOperator("/tenants/" + tenant + "/users", owner.as("owner"));
        var key = key(tenant, Scope.ADMIN);
        var ids = new Harvest();
        ids.add("tenants", tenant);
        ids.add("api-keys", key.id());
        ids.add("dead-letters", new DeadRecord(suite).of(key.secret()));

        var carriers = carriers(key.secret(), TENANTS);
        carriers.add(new Carrier(
                Kind.USER,
                "user's access token",
                Set.of(GATEWAY),
                TENANTS,
                new Credential(() -> bearer(owner.accessToken()))));
        carriers.add(new Carrier(
                Kind.USER,
                "internal token of a user",
                BEHIND,
                TENANTS,
                new Credential(() -> internal(owner.accessToken()))));
        Supplier<String> visitor = () -> visitorToken(key.secret(), Map.of("visitor", mark));
        carriers.add(new Carrier(
                Kind.VISITOR, "visitor token", Set.of(GATEWAY), CHAT, new Credential(() -> bearer(visitor.get()))));
        carriers.add(new Carrier(
                Kind.VISITOR,
                "internal token of a visitor",
                BEHIND,
                CHAT,
                new Credential(() -> internal(visitor.get()))));
        carriers.add(new Carrier(
                Kind.WORKER, "token of a service", BEHIND, WORKERS, new Credential(() -> workersToken(tenant))));
        carriers.add(Carrier.none(EVERY));
        return new Party(new Filler(mark, known(owner, key)), carriers, ids);
    }

    /** What stands in the body of a request that has no other credential. */
    private static Map<String, Supplier<String>> known(Person owner, Key key) {
        return Map.of(
                "email", owner::email,
                "password", owner::password,
                "current_password", owner::password,
                "new_password", owner::password,
                "refresh_token", owner::refreshToken,
                "client_id", key::clientId,
                "client_secret", key::clientSecret,
                "credential", key::secret);
    }

    /** The operator, whom tenants stand open to. */
    public Party operator(String mark) {
        List<Carrier> carriers = new ArrayList<>(callers(Kind.OPERATOR, "the operator", ALL, suite::operatorKey));
        carriers.add(new Carrier(
                Kind.SERVICE,
                "client credentials of a service",
                Set.of(Service.AUTH.folder()),
                Set.of(),
                new Credential(this::clientCredentials)));
        var ids = new Harvest();
        ids.add("dead-letters", new DeadRecord(suite).ofNobody());
        ids.add("tenants", newTenant(mark));
        return new Party(new Filler(mark, Map.of()), carriers, ids);
    }

    /** Callers of a new tenant: one for each scope and each role, the operator, and nobody. */
    List<Carrier> callers(String mark) {
        var tenant =
                asOperator("/tenants", Map.of("name", mark, "plan", "standard")).getString("id");
        List<Carrier> callers = new ArrayList<>();
        for (var scope : Scope.values()) {
            var key = key(tenant, scope);
            var kind = scope == Scope.OPERATOR ? Kind.OPERATOR : Kind.KEY;
            callers.addAll(callers(kind, "a key for " + scope.wireName(), implied(scope), key::secret));
        }
        ROLES.forEach((role, scopes) -> {
            var person = new Person(suite, role + mark + "@example.com", mark + "-Password");
            asOperator("/tenants/" + tenant + "/users", person.as(role));
            callers.addAll(callers(Kind.USER, "the " + role, scopes, person::accessToken));
        });
        callers.addAll(callers(Kind.OPERATOR, "the operator", ALL, suite::operatorKey));
        var chats = key(tenant, Scope.CHAT);
        callers.addAll(
                callers(Kind.VISITOR, "a visitor", CHAT, () -> visitorToken(chats.secret(), Map.of("visitor", mark))));
        callers.add(Carrier.none(EVERY));
        return callers;
    }

    private List<Carrier> callers(Kind kind, String name, Set<String> scopes, Supplier<String> credential) {
        return List.of(
                new Carrier(kind, name, Set.of(GATEWAY), scopes, new Credential(() -> bearer(credential.get()))),
                new Carrier(kind, name, BEHIND, scopes, new Credential(() -> internal(credential.get()))));
    }

    /** The id of a new tenant. */
    String newTenant(String name) {
        return asOperator("/tenants", Map.of("name", name, "plan", "standard")).getString("id");
    }

    Key key(String tenant, Scope scope) {
        return key(tenant, Map.of("name", "key", "scopes", List.of(scope.wireName())));
    }

    /** A new API key of the tenant. */
    Key key(String tenant, Map<String, ?> description) {
        var made = asOperator("/tenants/" + tenant + "/api-keys", description);
        return new Key(made.getString("id"), made.getString("key"));
    }

    /** @param secret {@code fd_<id>_<secret>}, whose parts are client credentials too */
    record Key(String id, String secret) {
        private String clientId() {
            return secret.substring(0, secret.indexOf('_', "fd_".length()));
        }

        private String clientSecret() {
            return secret.substring(clientId().length() + 1);
        }
    }

    private List<Carrier> carriers(String key, Set<String> scopes) {
        return new ArrayList<>(List.of(
                new Carrier(Kind.KEY, "API key as bearer", Set.of(GATEWAY), scopes, new Credential(() -> bearer(key))),
                new Carrier(
                        Kind.KEY,
                        "X-Api-Key",
                        Set.of(GATEWAY),
                        scopes,
                        new Credential(() -> Map.of(Headers.API_KEY, key))),
                new Carrier(
                        Kind.KEY,
                        "internal token of an API key",
                        BEHIND,
                        scopes,
                        new Credential(() -> internal(key)))));
    }

    /** A token for one of a tenant's customers. */
    String visitorToken(String key, Map<String, ?> description) {
        return posted(internal(key), "/visitor-tokens", description, 201).getString("access_token");
    }

    private Map<String, String> internal(String credential) {
        var exchanged = posted(Map.of(), "/token-exchange", Map.of("credential", credential), 200);
        return bearer(exchanged.getString("access_token"));
    }

    private Map<String, String> workersToken(String tenant) {
        var granted = posted(clientCredentials(), "/client-tokens", Map.of("tenant_id", tenant), 200);
        return bearer(granted.getString("access_token"));
    }

    private Map<String, String> clientCredentials() {
        var client = Service.GENERATION;
        var basic = (client.folder() + ":" + suite.clientSecret(client)).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic));
    }

    private JsonPath asOperator(String path, Map<String, ?> body) {
        return posted(internal(suite.operatorKey()), path, body, 201);
    }

    /** Straight to the auth-service, so that what is tried at the gateway is not what prepares the trial. */
    private JsonPath posted(Map<String, String> credential, String path, Map<String, ?> body, int status) {
        return given().baseUri(suite.addresses().url(new Instance(Service.AUTH, 1)))
                .headers(credential)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/v1" + path)
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    static Map<String, String> bearer(String credential) {
        return Map.of("Authorization", "Bearer " + credential);
    }

    /** With what they imply: {@code admin} everything within a tenant, {@code operator} everything. */
    private static Set<String> implied(Scope scope) {
        return names(
                switch (scope) {
                    case OPERATOR -> EnumSet.allOf(Scope.class);
                    case ADMIN -> EnumSet.complementOf(EnumSet.of(Scope.OPERATOR));
                    default -> EnumSet.of(scope);
                });
    }

    private static Set<String> names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::wireName).collect(Collectors.toSet());
    }
}
