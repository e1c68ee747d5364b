package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.e2e.isolation.Carrier.Credential;
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
record SuiteParties(Suite suite) {
    static final String GATEWAY = Service.GATEWAY.folder();
    static final Set<String> BEHIND = Arrays.stream(Service.values())
            .filter(service -> service != Service.GATEWAY)
            .map(Service::folder)
            .collect(Collectors.toSet());
    private static final Set<String> EVERY =
            Arrays.stream(Service.values()).map(Service::folder).collect(Collectors.toSet());

    private static final Set<String> ALL = implied(Scope.OPERATOR);
    private static final Set<String> TENANTS = implied(Scope.ADMIN);

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
    Party tenant(String mark) {
        var tenant = asOperator("/v1/tenants", Map.of("name", mark, "plan", "standard"))
                .getString("id");
        var owner = new Person(suite, mark + "@example.com", mark + "-Password");
        asOperator("/v1/tenants/" + tenant + "/users", owner.as("owner"));
        var key = key(tenant, Scope.ADMIN);
        var ids = new Harvest();
        ids.add("tenants", tenant);
        ids.add("api-keys", key.id());

        var carriers = carriers(key.secret(), TENANTS);
        carriers.add(new Carrier(
                "user's access token", Set.of(GATEWAY), TENANTS, new Credential(() -> bearer(owner.accessToken()))));
        carriers.add(new Carrier(
                "internal token of a user", BEHIND, TENANTS, new Credential(() -> internal(owner.accessToken()))));
        carriers.add(Carrier.none(EVERY));
        return new Party(new Filler(mark, known(owner, key)), carriers, ids);
    }

    /** What stands in the body of a request that has no other credential. */
    private static Map<String, Supplier<String>> known(Person owner, Key key) {
        return Map.of(
                "email", owner::email,
                "password", owner::password,
                "current_password", owner::password,
                "refresh_token", owner::refreshToken,
                "client_id", () -> "fd_" + key.id(),
                "client_secret", () -> key.secret().substring(key.secret().lastIndexOf('_') + 1),
                "credential", key::secret);
    }

    /** The operator, whom tenants stand open to. */
    Party operator(String mark) {
        var carriers = carriers(suite.operatorKey(), ALL);
        var client = Service.GENERATION;
        var basic = (client.folder() + ":" + suite.clientSecret(client)).getBytes(StandardCharsets.UTF_8);
        var authorization = "Basic " + Base64.getEncoder().encodeToString(basic);
        carriers.add(new Carrier(
                "client credentials of a service",
                Set.of(Service.AUTH.folder()),
                Set.of(),
                new Credential(() -> Map.of("Authorization", authorization))));
        return new Party(new Filler(mark, Map.of()), carriers, new Harvest());
    }

    /** Callers of a new tenant: one for each scope and each role, the operator, and nobody. */
    List<Carrier> callers(String mark) {
        var tenant = asOperator("/v1/tenants", Map.of("name", mark, "plan", "standard"))
                .getString("id");
        List<Carrier> callers = new ArrayList<>();
        for (var scope : Scope.values()) {
            var key = key(tenant, scope);
            callers.addAll(callers("a key for " + scope.wireName(), implied(scope), key::secret));
        }
        ROLES.forEach((role, scopes) -> {
            var person = new Person(suite, role + mark + "@example.com", mark + "-Password");
            asOperator("/v1/tenants/" + tenant + "/users", person.as(role));
            callers.addAll(callers("an " + role, scopes, person::accessToken));
        });
        callers.addAll(callers("the operator", ALL, suite::operatorKey));
        callers.add(Carrier.none(EVERY));
        return callers;
    }

    private List<Carrier> callers(String name, Set<String> scopes, Supplier<String> credential) {
        return List.of(
                new Carrier(name, Set.of(GATEWAY), scopes, new Credential(() -> bearer(credential.get()))),
                new Carrier(name, BEHIND, scopes, new Credential(() -> internal(credential.get()))));
    }

    /** A new API key of the tenant. */
    Key key(String tenant, Scope... scopes) {
        var names = Arrays.stream(scopes).map(Scope::wireName).toList();
        var made = asOperator("/v1/tenants/" + tenant + "/api-keys", Map.of("name", "key", "scopes", names));
        return new Key(made.getString("id"), made.getString("key"));
    }

    record Key(String id, String secret) {}

    private List<Carrier> carriers(String key, Set<String> scopes) {
        return new ArrayList<>(List.of(
                new Carrier("API key as bearer", Set.of(GATEWAY), scopes, new Credential(() -> bearer(key))),
                new Carrier("X-Api-Key", Set.of(GATEWAY), scopes, new Credential(() -> Map.of(Headers.API_KEY, key))),
                new Carrier("internal token of an API key", BEHIND, scopes, new Credential(() -> internal(key)))));
    }

    private Map<String, String> internal(String credential) {
        return bearer(given().baseUri(suite.addresses().url(new Instance(Service.AUTH, 1)))
                .contentType(ContentType.JSON)
                .body(Map.of("credential", credential))
                .post("/internal/v1/token-exchange")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token"));
    }

    private JsonPath asOperator(String path, Map<String, ?> body) {
        return given().baseUri(suite.gatewayUrl(1))
                .headers(bearer(suite.operatorKey()))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
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
