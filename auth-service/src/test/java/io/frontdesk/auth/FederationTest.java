package io.frontdesk.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontdesk.auth.federation.IssuerPeer;
import io.frontdesk.auth.federation.TestIssuer;
import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.testing.Peer;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
        value = IssuerPeer.class,
        initArgs = @ResourceArg(name = "service", value = "issuer"),
        scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init") // the peer is injected
class FederationTest extends ServiceTest {
    private static final String PATH = "/identity-providers";

    @Peer("issuer")
    WireMockServer server;

    @Inject
    Owner owner;

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    private UUID tenant;
    private String admin;
    private TestIssuer issuer;

    @BeforeEach
    void found() {
        tenant = newTenant();
        admin = tokenOf(tenant, "admin");
        issuer = TestIssuer.publishedOn(server);
    }

    @Test
    void exchangesATokenOfAnIssuerThatTheTenantRegistered() throws MalformedClaimException {
        String id = register(admin, "frontdesk").statusCode(201).extract().path("id");

        String token = exchange(issuer.token("frontdesk", claims -> claims.setClaim("groups", List.of("staff", "*"))))
                .statusCode(200)
                .body("tenant_id", equalTo(tenant.toString()))
                .body("subject", equalTo("oidc:" + id + ":ada"))
                .body("scope", equalTo("chat search"))
                .body("acl", equalTo(List.of("staff")))
                .body("epochs", equalTo(Map.of("issuer:" + id, 0)))
                .body("expires_in", lessThanOrEqualTo(300))
                .extract()
                .path("access_token");

        JwtClaims claims = claims(token);
        assertThat(claims.getSubject()).isEqualTo("oidc:" + id + ":ada");
        assertThat(claims.getStringListClaimValue(Claims.ACL)).containsExactly("staff");
    }

    @Test
    void asksTheIssuerOnceForManyTokens() {
        register(admin, "frontdesk");

        for (int i = 0; i < 5; i++) {
            exchange(issuer.token("frontdesk")).statusCode(200);
        }

        String path = issuer.url().substring(issuer.url().lastIndexOf('/'));
        server.verify(1, getRequestedFor(urlEqualTo(path + "/.well-known/openid-configuration")));
        server.verify(1, getRequestedFor(urlEqualTo(path + "/keys")));
    }

    @Test
    void takesATokenForTheTenantOfItsAudienceOnly() {
        UUID other = newTenant();
        register(admin, "shop").statusCode(201);
        register(tokenOf(other, "admin"), "rival").statusCode(201);

        exchange(issuer.token("shop")).statusCode(200).body("tenant_id", equalTo(tenant.toString()));
        exchange(issuer.token("rival")).statusCode(200).body("tenant_id", equalTo(other.toString()));
        isRefused(issuer.token("nobody"));
        isRefused(issuer.token("shop", claims -> claims.setAudience("shop", "rival")));
    }

    @Test
    void refusesATokenThatAnotherIssuerSigned() {
        register(admin, "frontdesk").statusCode(201);
        var other = new TestIssuer(issuer.url(), TestIssuer.of(issuer.url()).key());

        isRefused(other.token("frontdesk"));
        isRefused(issuer.token("frontdesk", claims -> claims.setExpirationTimeMinutesInTheFuture(-1)));
        isRefused(TestIssuer.publishedOn(server).token("frontdesk"));
    }

    @Test
    void refusesTheTokensOfASuspendedTenant() throws SQLException {
        register(admin, "frontdesk").statusCode(201);
        exchange(issuer.token("frontdesk")).statusCode(200);

        owner.update("update tenants set status = 'suspended' where id = ?::uuid", tenant.toString());

        isRefused(issuer.token("frontdesk"));
    }

    @Test
    void refusesTheTokensOfARemovedProviderAndTellsTheGateways() throws SQLException {
        String id = register(admin, "frontdesk").statusCode(201).extract().path("id");
        exchange(issuer.token("frontdesk")).statusCode(200);

        remove(admin, id).statusCode(204);

        isRefused(issuer.token("frontdesk"));
        assertThat(redis.hash(String.class).hget(TenantState.key(tenant), "issuer:" + id))
                .isEqualTo("1");
        assertThat(owner.query("select action from audit_events where tenant_id = '" + tenant
                        + "' and target = 'issuer:" + id + "' order by id"))
                .containsExactly("identity_provider_created", "identity_provider_removed");
        isProblem(remove(admin, id), 404, "not-found");
        register(admin, "frontdesk").statusCode(201);
    }

    @Test
    void trustsNoDiscoveryDocumentOfAnotherIssuer() {
        register(admin, "frontdesk").statusCode(201);
        issuer.publish(server, issuer.url() + "/other", issuer.url() + "/keys");

        isRefused(issuer.token("frontdesk"));
    }

    /** The keys are there, at an address that only the name of the server makes a place that may be asked. */
    @Test
    void fetchesNoKeysFromAPrivateAddress() {
        register(admin, "frontdesk").statusCode(201);
        issuer.publish(server, issuer.url(), issuer.url().replace("localhost", "127.0.0.1") + "/keys");

        isRefused(issuer.token("frontdesk"));

        String path = issuer.url().substring(issuer.url().lastIndexOf('/'));
        server.verify(0, getRequestedFor(urlEqualTo(path + "/keys")));
    }

    @Test
    void listsAndShowsTheProvidersOfTheTenant() {
        String first = register(admin, "first").extract().path("id");
        String second = register(admin, "second").extract().path("id");

        String cursor = get(admin, "?limit=1")
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].id", equalTo(first))
                .body("data[0].issuer", equalTo(issuer.url()))
                .body("data[0].audience", equalTo("first"))
                .body("data[0].scopes", equalTo(List.of("chat", "search")))
                .body("data[0].acl_claim", equalTo("groups"))
                .body("data[0].created_at", notNullValue())
                .extract()
                .path("next_cursor");
        get(admin, "?limit=1&cursor=" + cursor)
                .body("data[0].id", equalTo(second))
                .body("next_cursor", nullValue());
        get(admin, "/" + second).statusCode(200).body("audience", equalTo("second"));
    }

    @Test
    void hidesThemFromOtherTenants() {
        String id = register(admin, "frontdesk").extract().path("id");
        String other = tokenOf(newTenant(), "admin");

        isProblem(get(other, "/" + id), 404, "not-found");
        isProblem(remove(other, id), 404, "not-found");
        get(other, "").statusCode(200).body("data", hasSize(0));
        isProblem(register(other, "frontdesk"), 409, "conflict");
        get(admin, "/" + id).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, ''",
        "issuer, id.example",
        "issuer, http://id.example",
        "issuer, https://user@id.example",
        "issuer, https://id.example:22",
        "issuer, https://id.example?x",
        "issuer, https://id.example#x",
        "issuer, file:///etc/passwd",
        "audience, ''",
        "audience, ' '",
        "acl_claim, ''",
        "tenant_id, 019a0000-0000-7000-8000-000000000000",
    })
    void refusesAFieldThatItCannotTake(String field, String value) {
        Map<String, Object> request = request("frontdesk");
        request.put(field, value);

        isInvalidField(post(PATH, admin, request), field);
    }

    @ParameterizedTest
    @CsvSource({"admin", "operator", "everything"})
    void givesAwayNoScopeToRule(String scope) {
        Map<String, Object> request = request("frontdesk");
        request.put("scopes", List.of("chat", scope));

        isInvalidField(post(PATH, admin, request), "scopes");
    }

    @Test
    void isForAdminsOnly() {
        String chat = tokenOf(tenant, "chat");

        isProblem(register(chat, "frontdesk"), 403, "forbidden");
        isProblem(get(chat, ""), 403, "forbidden");
        isProblem(remove(chat, Ids.next().toString()), 403, "forbidden");
        register(admin, "frontdesk").statusCode(201);
        isProblem(get(token(issuer.token("frontdesk")), ""), 403, "forbidden");
    }

    private ValidatableResponse register(String token, String audience) {
        return post(PATH, token, request(audience));
    }

    private Map<String, Object> request(String audience) {
        return new HashMap<>(Map.of(
                "issuer",
                issuer.url(),
                "audience",
                audience,
                "scopes",
                List.of("search", "chat"),
                "acl_claim",
                "groups"));
    }

    private static ValidatableResponse get(String token, String rest) {
        return given().auth().oauth2(token).get("/internal/v1" + PATH + rest).then();
    }

    private static ValidatableResponse remove(String token, String id) {
        return given().auth()
                .oauth2(token)
                .delete("/internal/v1" + PATH + "/" + id)
                .then();
    }

    private static void isRefused(String credential) {
        isProblem(exchange(credential), 401, "unauthenticated");
    }
}
