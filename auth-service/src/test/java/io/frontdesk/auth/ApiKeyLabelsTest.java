package io.frontdesk.auth;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents a key sees. */
@QuarkusTest
class ApiKeyLabelsTest extends ServiceTest {
    @Test
    void areThoseThatItWasGiven() {
        ValidatableResponse key = create("chat", List.of("staff", "hr", "staff"));

        key.statusCode(201).body("acl", contains("hr", "staff"));
        exchange(key.extract().path("key")).body("acl", contains("hr", "staff"));
    }

    @Test
    void areNoneWhereNoneWereGiven() {
        ValidatableResponse key = create("search", List.of());

        key.statusCode(201).body("acl", empty());
        exchange(key.extract().path("key")).body("acl", empty());
    }

    @Test
    void ofAnAdminAreAll() {
        exchange(newKey(newTenant(), "admin").getString("key")).body("acl", contains("*"));
        isInvalidField(create("admin", List.of("hr")), "acl");
    }

    @Test
    void areAtMostFifty() {
        create("chat", labels(50)).statusCode(201);
        isInvalidField(create("chat", labels(51)), "acl");
    }

    @Test
    void haveABoundedLength() {
        create("chat", List.of("a".repeat(100))).statusCode(201);
        isInvalidField(create("chat", List.of("a".repeat(101))), "acl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "", "  ", "a\u0000b", "a\nb"})
    void haveAPossibleName(String label) {
        isInvalidField(create("chat", List.of("hr", label)), "acl");
    }

    @Test
    void areTexts() {
        isInvalidField(create("chat", Collections.singletonList(null)), "acl");
        isInvalidField(
                post(
                        "/api-keys",
                        tokenOf(newTenant(), "admin"),
                        Map.of("name", "a", "scopes", List.of("chat"), "acl", "hr")),
                "acl");
    }

    private static List<String> labels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "label-" + i).toList();
    }

    private static ValidatableResponse create(String scope, List<String> labels) {
        return post(
                "/api-keys",
                tokenOf(newTenant(), "admin"),
                Map.of("name", "a", "scopes", List.of(scope), "acl", labels));
    }
}
