package io.frontdesk.gateway.admission;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.identity.KnownCaller;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees of its limits. */
@QuarkusTest
@WithTestResource(LimitsTest.SmallPlans.class)
class LimitsTest extends GatewayTest {
    private static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";
    private static final String PLANS = "frontdesk.admission.plans.";

    /** Plans that are used up at once, and addresses that are not exempt. */
    public static class SmallPlans implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of(
                    PLANS + "small.caller.per-minute",
                    "3",
                    PLANS + "small.tenant.per-minute",
                    "5",
                    PLANS + "small.routes.documents.caller.per-minute",
                    "1",
                    PLANS + "smooth.caller.per-minute",
                    "10",
                    PLANS + "smooth.caller.burst",
                    "2",
                    "frontdesk.admission.addresses.per-minute",
                    "4",
                    "frontdesk.admission.addresses.exempt",
                    "127.0.0.0/8,::1/128,198.51.100.0/24");
        }

        @Override
        public void stop() {}
    }

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    Presence presence;

    @BeforeEach
    void limitsAreEnforcedTogether() {
        retrieval.stubFor(post("/internal/v1/search")
                .willReturn(jsonResponse("{\"knowledge_version\": 1, \"passages\": []}", 200)));
        ingestion.plays(request ->
                request.response().putHeader("Content-Type", "application/json").end("{\"data\": []}"));
        await().atMost(30, SECONDS).until(presence::isComplete);
    }

    @Test
    void tellsACallerOfItsLimitsInBothFamiliesOfHeaders() {
        search(caller("small"))
                .then()
                .statusCode(200)
                .header(
                        "RateLimit-Policy",
                        "\"minute\";q=3;w=60, \"hour\";q=1000;w=3600, \"tenant-minute\";q=5;w=60, \"tenant-hour\";q=1000;w=3600")
                .header("RateLimit", matchesPattern("\"minute\";r=2;t=(6[01]|60)"))
                .header("X-RateLimit-Limit-Minute", "3")
                .header("X-RateLimit-Limit-Hour", "1000")
                .header("X-RateLimit-Remaining-Minute", "2")
                .header("X-RateLimit-Remaining-Hour", "999")
                .header("Retry-After", nullValue());
    }

    @Test
    void refusesWhatIsMoreAndAsksNobody() {
        var caller = caller("small");
        double refused = refused();
        for (int i = 0; i < 3; i++) {
            search(caller).then().statusCode(200);
        }
        retrieval.resetRequests();

        var response = search(caller);

        response.then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .header("RateLimit", matchesPattern("\"minute\";r=0;t=\\d+"))
                .header("X-RateLimit-Remaining-Minute", "0")
                .body("type", is(QUOTA_EXCEEDED))
                .body("status", is(429))
                .body("violated-policies", contains("minute"))
                .body("detail", containsString("no more requests"));
        int retryAfter = Integer.parseInt(response.header("Retry-After"));
        assertThat(retryAfter).isBetween(1, 61);
        assertThat(response.header("RateLimit")).endsWith("t=" + retryAfter);
        assertThat(retrieval.getAllServeEvents()).isEmpty();
        assertThat(refused()).isEqualTo(refused + 1);
    }

    @Test
    void refusesOpenAisClientsInTheirOwnForm() {
        var caller = caller("small");
        for (int i = 0; i < 3; i++) {
            models(caller)
                    .then()
                    .statusCode(200)
                    .header("x-ratelimit-limit-requests", "3")
                    .header("x-ratelimit-remaining-requests", Integer.toString(2 - i))
                    .header("x-ratelimit-reset-requests", matchesPattern("1m\\ds|\\d+s"));
        }

        models(caller)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .header("x-ratelimit-remaining-requests", "0")
                .header("x-ratelimit-reset-requests", matchesPattern("1m\\ds|\\d+s"))
                .body("error.code", is("rate_limit_exceeded"));
    }

    @Test
    void countsAllCallersOfATenantTogether() {
        var one = caller("small");
        var other = one.colleague("user:2");
        other.isGranted("t", "small", Map.of());
        for (int i = 0; i < 3; i++) {
            search(one).then().statusCode(200);
        }
        for (int i = 0; i < 2; i++) {
            search(other).then().statusCode(200);
        }

        search(other).then().statusCode(429).body("violated-policies", contains("tenant-minute"));
        search(caller("small")).then().statusCode(200);
    }

    @Test
    void enforcesWhatATenantHasSettledWhereThatIsLess() {
        var caller = KnownCaller.of(auth);
        caller.isGranted("t", "small", Map.of(), Map.of("settings_version", 2L, "per_minute", 2L, "per_hour", 5_000L));

        search(caller)
                .then()
                .statusCode(200)
                .header(
                        "RateLimit-Policy",
                        containsString("\"tenant-minute\";q=2;w=60, \"tenant-hour\";q=1000;w=3600"));
        search(caller).then().statusCode(200);
        search(caller).then().statusCode(429).body("violated-policies", contains("tenant-minute"));
    }

    @Test
    void countsEachClassOfRoutesByItself() {
        var caller = caller("small");

        documents(caller).then().statusCode(200).header("X-RateLimit-Limit-Minute", "1");
        documents(caller).then().statusCode(429);
        search(caller).then().statusCode(200).header("X-RateLimit-Limit-Minute", "3");
    }

    @Test
    void givesAPlanThatItDoesNotKnowTheDefaults() {
        search(caller("unheard-of"))
                .then()
                .statusCode(200)
                .header("X-RateLimit-Limit-Minute", "60")
                .header("X-RateLimit-Limit-Hour", "1000");
    }

    @Test
    void letsNoMoreThanABurstInAtOnce() {
        var caller = caller("smooth");
        search(caller).then().statusCode(200);
        search(caller).then().statusCode(200);

        // Six seconds are between two of ten in a minute.
        var others = Stream.generate(() -> search(caller)).limit(2).toList();

        assertThat(others).last().satisfies(response -> {
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 6);
            assertThat(Integer.parseInt(response.header("X-RateLimit-Remaining-Minute")))
                    .isPositive();
        });
    }

    @Test
    void limitsThoseOfWhomNoMoreIsKnownThanFromWhereTheyCome() {
        String address = address();
        for (int i = 0; i < 4; i++) {
            from(address, "fd_unknown_" + Ids.next()).then().statusCode(401);
        }
        auth.resetRequests();

        from(address, "fd_unknown_" + Ids.next())
                .then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .body("violated-policies", contains("address-minute"));
        given().header("X-Forwarded-For", address).get("/v1/documents").then().statusCode(429);
        given().header("X-Forwarded-For", address)
                .header("Authorization", "Basic x")
                .get("/v1/documents")
                .then()
                .statusCode(429);
        assertThat(auth.getAllServeEvents()).isEmpty();
        from(address(), "fd_unknown_" + Ids.next()).then().statusCode(401);
    }

    @Test
    void limitsRoutesThatAskForNoCredentialWhateverComesWithIt() {
        String address = address();
        var known = caller("small");
        auth.stubFor(post("/v1/auth/login").willReturn(aResponse().withStatus(401)));
        for (int i = 0; i < 4; i++) {
            login(address, known).then().statusCode(not(429));
        }

        login(address, known).then().statusCode(429).body("violated-policies", contains("address-minute"));
    }

    @Test
    void countsAKnownCallerOnceForItsAddress() {
        String address = address();
        for (int i = 0; i < 4; i++) {
            from(address, "fd_unknown_" + Ids.next()).then().statusCode(401);
        }
        var caller = caller("unheard-of");
        search(caller).then().statusCode(200);

        search(address, caller).then().statusCode(200);
    }

    @Test
    void leavesExemptNetworksAlone() {
        for (int i = 0; i < 8; i++) {
            from("198.51.100.7", "fd_unknown_" + Ids.next())
                    .then()
                    .statusCode(401)
                    .header("RateLimit", nullValue());
        }
    }

    @Test
    void countsNeitherHealthNorTheDescription() {
        String address = address();
        for (int i = 0; i < 8; i++) {
            given().header("X-Forwarded-For", address).get("/health").then().statusCode(200);
        }
    }

    private KnownCaller caller(String plan) {
        var caller = KnownCaller.of(auth);
        caller.isGranted("t", plan, Map.of());
        return caller;
    }

    /** One that no other test uses. */
    private static String address() {
        var random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(random.nextInt(1 << 16), random.nextInt(1 << 16));
    }

    private double refused() {
        var counter = metrics.find("frontdesk_admissions")
                .tags("routes", "search", "outcome", "refused", "enforced", "together")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static Response search(KnownCaller caller) {
        return search("127.0.0.1", caller);
    }

    private static Response search(String address, KnownCaller caller) {
        return given().headers(Map.of("X-Forwarded-For", address, "X-Api-Key", caller.credential()))
                .contentType("application/json")
                .body("{\"query\": \"returns\"}")
                .post("/v1/search");
    }

    private static Response models(KnownCaller caller) {
        return given().header("X-Api-Key", caller.credential()).get("/v1/models");
    }

    private static Response documents(KnownCaller caller) {
        return given().header("X-Api-Key", caller.credential()).get("/v1/documents");
    }

    private static Response from(String address, String credential) {
        return given().headers(Map.of("X-Forwarded-For", address, "X-Api-Key", credential))
                .get("/v1/documents");
    }

    private static Response login(String address, KnownCaller known) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Forwarded-For", address);
        headers.put("X-Api-Key", known.credential());
        return given().headers(headers)
                .contentType("application/json")
                .body("{\"email\": \"%s@example.com\", \"password\": \"wrong\"}".formatted(UUID.randomUUID()))
                .post("/v1/auth/login");
    }
}
