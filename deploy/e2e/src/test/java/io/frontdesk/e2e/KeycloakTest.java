package io.frontdesk.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.local.infra.Keycloak;
import io.frontdesk.local.infra.KeycloakRealm;
import io.frontdesk.local.suite.Suite;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens of a realm of a real Keycloak, which a tenant registered as its identity provider. */
@ExtendWith(SuiteExtension.class)
class KeycloakTest {
    private static final String QUESTION = "How long do I have to return a laptop?";

    private final Suite suite;
    private final Keycloak keycloak;
    private final Tenant shop;

    KeycloakTest(Suite suite, Keycloak keycloak) {
        this.suite = suite;
        this.keycloak = keycloak;
        this.shop = Tenant.create(suite, "Shop " + Ids.next());
    }

    @Test
    void answersWhoComesWithATokenOfTheTenantsRealmAndNobodyOfTheSameRealmForAnotherTenant() {
        var realm = realm(300);
        var rival = Tenant.create(suite, "Rival " + Ids.next());
        register(shop, realm, "shop");
        register(rival, realm, "rival");
        publishReturns();

        var token = realm.userToken("shop");
        awaitAccepted(token);
        asks(1, token).statusCode(200).body("outcome", equalTo("answered")).body("answer", containsString("30 days"));
        searches(2, token).statusCode(200).body("passages.title", hasItem("Returns"));

        var ofTheSameUser = realm.userToken("rival");
        awaitAccepted(ofTheSameUser);
        asks(1, ofTheSameUser)
                .statusCode(200)
                .body("outcome", equalTo("refused"))
                .body("answer", not(containsString("30 days")));
        searches(2, ofTheSameUser).statusCode(200).body("passages", empty());
    }

    @Test
    void refusesTokensForAnotherAudienceOfAnotherRealmAndWithAnotherSignature() {
        var realm = realm(300);
        register(shop, realm, "shop");
        var token = realm.userToken("shop");
        awaitAccepted(token);

        isRefused(searches(1, realm.userToken("stranger")));
        isRefused(searches(1, realm(300).userToken("shop")));
        isRefused(searches(1, token.substring(0, token.lastIndexOf('.') + 1) + signatureOf(realm.userToken("shop"))));
    }

    @Test
    void refusesATokenThatHasExpired() {
        var realm = realm(2);
        register(shop, realm, "shop");
        var token = realm.userToken("shop");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> isRefused(searches(1, token)));
    }

    @Test
    void refusesTheTokensOfARemovedProviderOnTheNextRequest() {
        var realm = realm(300);
        var provider = register(shop, realm, "shop");
        var token = realm.userToken("shop");
        awaitAccepted(token);

        shop.as(1, adminKey(shop))
                .delete("/v1/identity-providers/{id}", provider)
                .then()
                .statusCode(204);

        isRefused(searches(1, token));
        isRefused(searches(2, token));
        isRefused(searches(2, realm.userToken("shop")));
    }

    private KeycloakRealm realm(int tokenSeconds) {
        return keycloak.realm(new KeycloakRealm.Definition(
                Ids.next().toString(), List.of("shop", "rival", "stranger"), "ada", tokenSeconds, ""));
    }

    private String register(Tenant tenant, KeycloakRealm realm, String audience) {
        return tenant.as(1, adminKey(tenant))
                .body(Map.of("issuer", realm.issuer(), "audience", audience, "scopes", List.of("chat", "search")))
                .post("/v1/identity-providers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String adminKey(Tenant tenant) {
        return tenant.as(1, suite.operatorKey())
                .body(Map.of("name", "admin", "scopes", List.of("admin")))
                .post("/v1/tenants/{id}/api-keys", tenant.id())
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private void publishReturns() {
        shop.publishes(
                Topics.DOCUMENTS_NORMAL,
                Map.of(
                        "external_id", "returns",
                        "title", "Returns",
                        "content_type", "text/markdown",
                        "text", "You can return a laptop within 30 days of delivery, in its original packaging."));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> shop.searches(1, QUESTION).body("passages.title", hasItem("Returns")));
    }

    /** Where the machine is so slow that the realm's keys do not come in time, the next request finds them. */
    private void awaitAccepted(String token) {
        for (int gateway = 1; gateway <= 2; gateway++) {
            int number = gateway;
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> searches(number, token).statusCode(200));
        }
    }

    private ValidatableResponse asks(int gateway, String token) {
        return shop.as(gateway, token)
                .body(Map.of("question", QUESTION))
                .post("/v1/answers")
                .then();
    }

    private ValidatableResponse searches(int gateway, String token) {
        return shop.as(gateway, token)
                .body(Map.of("query", QUESTION))
                .post("/v1/search")
                .then();
    }

    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static void isRefused(ValidatableResponse response) {
        response.statusCode(401).body("type", equalTo("/problems/unauthenticated"));
    }
}
