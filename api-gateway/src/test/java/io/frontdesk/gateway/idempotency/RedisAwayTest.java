package io.frontdesk.gateway.idempotency;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.identity.RedisProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be promised is refused; who asks for no promise is served. */
@QuarkusTest
@WithTestResource(RedisProxy.class)
class RedisAwayTest extends GatewayTest {
    @SuppressWarnings("NullAway.Init") // Set by the resource.
    RedisProxy proxy;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestCaller caller;

    @BeforeEach
    void someoneIsKnown() {
        caller = caller(Scope.ADMIN);
        auth.stubFor(post("/internal/v1/api-keys").willReturn(jsonResponse("{\"id\": \"1\"}", 201)));
        asks().post("/v1/api-keys").then().statusCode(201);
    }

    @AfterEach
    void redisIsBack() {
        proxy.becomes(RedisProxy.Mode.PASSES);
    }

    @ParameterizedTest
    @EnumSource(
            value = RedisProxy.Mode.class,
            names = {"STALLS", "DEAD"})
    void refusesAKeyAndNothingElse(RedisProxy.Mode outage) {
        proxy.becomes(outage);

        asks().header("Idempotency-Key", "a")
                .post("/v1/api-keys")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/unavailable"));
        asks().post("/v1/api-keys").then().statusCode(201);
    }

    private RequestSpecification asks() {
        return caller.calls().contentType("application/json").body("{\"name\": \"shop\", \"scopes\": [\"chat\"]}");
    }
}
