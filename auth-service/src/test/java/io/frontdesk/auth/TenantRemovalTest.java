package io.frontdesk.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.testing.Peer;
import io.frontdesk.testing.WireMockPeer;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of a tenant, here and in the services that keep data of it. */
@QuarkusTest
@WithTestResource(
        value = WireMockPeer.class,
        initArgs = @ResourceArg(name = "service", value = TenantRemovalTest.INGESTION),
        scope = TestResourceScope.RESTRICTED_TO_CLASS)
@WithTestResource(
        value = WireMockPeer.class,
        initArgs = @ResourceArg(name = "service", value = TenantRemovalTest.GENERATION),
        scope = TestResourceScope.RESTRICTED_TO_CLASS)
@WithTestResource(
        value = WireMockPeer.class,
        initArgs = @ResourceArg(name = "service", value = TenantRemovalTest.RETRIEVAL),
        scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TenantRemovalTest extends ServiceTest {
    static final String INGESTION = "ingestion-service";
    static final String GENERATION = "generation-service";
    static final String RETRIEVAL = "retrieval-service";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TABLES = """
            select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'auth' and column_name = 'tenant_id' and table_type = 'BASE TABLE'
                and table_name <> 'outbox'""";

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(INGESTION)
    WireMockServer ingestion;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(GENERATION)
    WireMockServer generation;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer(RETRIEVAL)
    WireMockServer retrieval;

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Inject
    Owner owner;

    private UUID tenant;
    private String key;

    @BeforeEach
    void fill() {
        tenant = newTenant();
        key = newKey(tenant, "chat").getString("key");
        login(newUser(tenant, "owner"), PASSWORD).statusCode(200);
        answer(ingestion, 204);
        answer(generation, 204);
        answer(retrieval, 204);
    }

    @Test
    void isRefusedEverywhereAtOnceAndGoneInAWhile() throws SQLException {
        answer(ingestion, 503);

        remove().statusCode(202).body("status", equalTo("deleting")).body("id", equalTo(tenant.toString()));

        assertThat(redis.hash(String.class).hget(TenantState.key(tenant), TenantState.STATUS))
                .isEqualTo(TenantState.DELETED);
        isProblem(exchange(key), 401, "unauthenticated");
        get().statusCode(200).body("status", equalTo("deleting"));
        isProblem(
                post("/tenants/" + tenant + "/api-keys", operator(), Map.of("name", "a", "scopes", new String[] {"chat"
                })),
                404,
                "not-found");
        remove().statusCode(202);
        assertThat(rowsOf(tenant)).isPositive();

        answer(ingestion, 204);
        awaitGone();
        assertThat(rowsOf(tenant)).isZero();
        assertThat(redis.key().keys("session:*")).noneMatch(session -> tenant.toString()
                .equals(redis.hash(String.class).hget(session, "tenant")));
        await().atMost(PATIENCE)
                .until(() -> owner.query("select id from outbox where tenant_id = '%s'".formatted(tenant))
                        .isEmpty());
    }

    @Test
    void asksEachServiceUntilItHasDoneItsPart() throws MalformedClaimException {
        answer(retrieval, 500);
        remove().statusCode(202);
        await().atMost(PATIENCE).until(() -> requests(retrieval) >= 2);
        get().statusCode(200);

        answer(retrieval, 204);

        awaitGone();
        assertThat(requests(ingestion)).isOne();
        assertThat(requests(generation)).isOne();
        var token = ingestion
                .findAll(deleteRequestedFor(urlPathEqualTo(path())))
                .getFirst()
                .getHeader("Authorization")
                .substring("Bearer ".length());
        assertThat(claims(token).getStringClaimValue("scope")).contains("operator");
        assertThat(claims(token).getAudience()).containsExactly("frontdesk-internal");
    }

    /** A replica that died has counted an attempt, and its lease runs out. */
    @Test
    void goesOnWhereAnotherReplicaDied() throws SQLException {
        answer(ingestion, 503);
        remove().statusCode(202);
        await().atMost(PATIENCE).until(() -> requests(ingestion) >= 1);
        owner.update(
                "update tenant_removals set attempts = 7, done = '{ingestion-service}', available_at = now()"
                        + " where tenant_id = ?::uuid",
                tenant.toString());

        awaitGone();

        assertThat(requests(retrieval)).isOne();
    }

    @Test
    void leavesOthersAlone() throws SQLException {
        UUID another = newTenant();
        String theirs = newKey(another, "chat").getString("key");
        newUser(another, "owner");
        int rows = rowsOf(another);

        remove().statusCode(202);
        awaitGone();

        assertThat(rowsOf(another)).isEqualTo(rows);
        exchange(theirs).statusCode(200);
    }

    @Test
    void isAccountedForInTheOperatorsTrail() throws SQLException {
        remove().statusCode(202);
        awaitGone();

        assertThat(owner.query("""
                        select action || ' ' || (details ->> 'name') from audit_events
                        where tenant_id = '%s' and target = 'tenant:%s'""".formatted(Tenant.INSTALLATION, tenant)))
                .singleElement()
                .asString()
                .startsWith("tenant_removed Tenant ");
    }

    private void answer(WireMockServer service, int status) {
        service.stubFor(delete(urlPathEqualTo(path())).willReturn(aResponse().withStatus(status)));
    }

    private int requests(WireMockServer service) {
        return service.findAll(deleteRequestedFor(urlPathEqualTo(path()))).size();
    }

    private String path() {
        return "/internal/v1/tenants/" + tenant;
    }

    private ValidatableResponse remove() {
        return given().auth().oauth2(operator()).delete(path()).then();
    }

    private ValidatableResponse get() {
        return given().auth().oauth2(operator()).get(path()).then();
    }

    private void awaitGone() {
        await().atMost(PATIENCE).until(() -> get().extract().statusCode() == 404);
    }

    /** In all tables with a tenant but the outbox, whose rows leave by themselves. */
    private int rowsOf(UUID counted) throws SQLException {
        int rows = 0;
        for (String table : owner.query(TABLES)) {
            rows += Integer.parseInt(
                    owner.query("select count(*) from %s where tenant_id = '%s'".formatted(table, counted))
                            .getFirst());
        }
        return rows;
    }
}
