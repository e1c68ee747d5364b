package io.frontdesk.gateway.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is changed at the auth-service holds on the next request, by the tenant's state. */
@QuarkusTest
class RevocationTest extends GatewayTest {
    private static final String SEARCH = "/internal/v1/search";
    private static final String[] CARRIER = {"X-Api-Key", "%s"};

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private KnownCaller caller;

    @BeforeEach
    void someoneIsKnown() {
        retrieval.stubFor(post(SEARCH).willReturn(jsonResponse("{\"knowledge_version\": 1, \"passages\": []}", 200)));
        caller = KnownCaller.of(auth);
        caller.isGranted("first", "free", Map.of("key:1", 0L, "session:2", 4L));
        search(CARRIER).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"Authorization,Bearer %s,key:1,1", "X-Api-Key,%s,key:1,1", "Authorization,Bearer %s,session:2,5"})
    void refusesWhatIsRevokedOnTheNextRequest(String header, String value, String name, String epoch) {
        double before = refused("revoked");
        caller.isRefused();

        set(name, epoch);

        search(header, value)
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", is("Bearer"))
                .body("type", is("/problems/unauthenticated"))
                .body("detail", nullValue());
        assertThat(caller.exchanges()).isEqualTo(2);
        assertThat(refused("revoked")).isEqualTo(before + 1);
    }

    @Test
    void goesOnWithWhatIsGrantedAnewAndAsksOnceForIt() {
        caller.isGranted("second", "free", Map.of("key:1", 1L, "session:2", 4L));

        set("key:1", "1");

        search(CARRIER).then().statusCode(200);
        search(CARRIER).then().statusCode(200);
        retrieval.verify(2, postRequestedFor(urlEqualTo(SEARCH)).withHeader("Authorization", equalTo("Bearer second")));
        assertThat(caller.exchanges()).isEqualTo(2);
    }

    @Test
    void asksAgainWhenThePlanHasChanged() {
        caller.isGranted("second", "pro", Map.of("key:1", 0L, "session:2", 4L));

        set(TenantState.PLAN, "pro");

        search(CARRIER).then().statusCode(200);
        retrieval.verify(1, postRequestedFor(urlEqualTo(SEARCH)).withHeader("Authorization", equalTo("Bearer second")));
    }

    @ParameterizedTest
    @ValueSource(strings = {TenantState.SUSPENDED, TenantState.DELETED})
    void refusesASuspendedTenantWithoutAskingAnybody(String status) {
        double before = refused("suspended");

        set(TenantState.STATUS, status);

        search(CARRIER)
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/unauthenticated"))
                .body("detail", nullValue());
        assertThat(caller.exchanges()).isEqualTo(1);
        assertThat(refused("suspended")).isEqualTo(before + 1);
        set(TenantState.STATUS, TenantState.ACTIVE);
        search(CARRIER).then().statusCode(200);
        assertThat(caller.exchanges()).isEqualTo(1);
    }

    @Test
    void asksNobodyWhileNothingThatTheGrantRestsOnChanges() {
        redis.hash(String.class)
                .hset(
                        caller.state(),
                        Map.of(TenantState.STATUS, TenantState.ACTIVE, TenantState.PLAN, "free", "session:2", "4"));
        set("key:another", "7");
        set(TenantState.KNOWLEDGE_VERSION, "12");

        for (int i = 0; i < 5; i++) {
            search(CARRIER).then().statusCode(200);
        }

        assertThat(caller.exchanges()).isEqualTo(1);
    }

    @Test
    void isNotImpressedByAChangeOfAnotherTenant() {
        var other = KnownCaller.of(auth);

        redis.hash(String.class).hset(other.state(), Map.of(TenantState.STATUS, TenantState.SUSPENDED, "key:1", "9"));

        search(CARRIER).then().statusCode(200);
        assertThat(caller.exchanges()).isEqualTo(1);
    }

    @Test
    void countsWhatIsUnknownOrMalformed() {
        double unknown = refused("unknown");
        double malformed = refused("malformed");

        search("X-Api-Key", "fd_nobody's_%s").then().statusCode(401);
        search("Authorization", "Basic %s").then().statusCode(401);

        assertThat(refused("unknown")).isEqualTo(unknown + 1);
        assertThat(refused("malformed")).isEqualTo(malformed + 1);
    }

    private void set(String field, String value) {
        redis.hash(String.class).hset(caller.state(), field, value);
    }

    /** None where the counter is not made yet. */
    private double refused(String reason) {
        var counter = metrics.find("frontdesk_credentials_refused")
                .tag("reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private Response search(String... carrier) {
        return given().header(carrier[0], carrier[1].formatted(caller.credential()))
                .contentType("application/json")
                .body("{\"query\": \"returns\"}")
                .post("/v1/search");
    }
}
