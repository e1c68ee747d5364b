package io.frontdesk.auth;

import static io.frontdesk.testing.ToldEvents.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Topics;
import io.frontdesk.testing.ToldEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail of what was done, for the tenant, the operator and the world. */
@QuarkusTest
class AuditTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Owner owner;

    private UUID tenant;

    @BeforeEach
    void found() {
        tenant = newTenant();
    }

    @Test
    void isReadByTheTenantNewestFirst() {
        String admin = tokenOf(tenant, "admin");
        rename("First", "request-1");
        rename("Second", "request-2");

        ValidatableResponse read = get("/audit-events?limit=2", admin).statusCode(200);

        read.body("data.action", equalTo(List.of("tenant_changed", "tenant_changed")))
                .body("data.request_id", equalTo(List.of("request-2", "request-1")))
                .body("data.target", everyItem(equalTo("tenant:" + tenant)))
                .body("data.outcome", everyItem(equalTo("succeeded")))
                .body("data[0].id", notNullValue())
                .body("data[0].at", notNullValue())
                .body("data[0].actor", notNullValue())
                .body("data[0].details", equalTo(Map.of()))
                .body("data[0].tenant_id", nullValue());
    }

    @Test
    void isReadToItsEndPageByPage() throws SQLException {
        rename("First", "request-1");
        rename("Second", "request-2");

        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = get(trail() + "?limit=1" + (cursor == null ? "" : "&cursor=" + cursor), operator())
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("data.id"));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(ids)
                .isEqualTo(owner.query(
                        "select id from audit_events where tenant_id = '%s' order by id desc".formatted(tenant)))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void isNobodyElsesToRead() {
        String agent = tokenOf(tenant, "chat", "analytics");
        String otherAdmin = tokenOf(newTenant(), "admin");

        isProblem(get("/audit-events", agent), 403, "forbidden");
        isProblem(get(trail(), otherAdmin), 403, "forbidden");
        assertThat(get("/audit-events", otherAdmin).extract().asString()).doesNotContain(tenant.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "x"})
    void isReadInPagesOfBoundedSize(String limit) {
        isInvalidField(get(trail() + "?limit=" + limit, operator()), "limit");
    }

    @Test
    void isOfATenantThatThereIs() {
        isProblem(get("/tenants/" + Ids.next() + "/audit-events", operator()), 404, "not-found");
    }

    @Test
    void isToldToTheWorldInOrder() throws SQLException {
        try (var events = ToldEvents.ofThisTest(Topics.AUTH_EVENTS)) {
            rename("First", "request-1");
            rename("Second", "request-2");

            List<ConsumerRecord<String, String>> told = await().atMost(PATIENCE)
                    .until(
                            () -> events.of(tenant).stream()
                                    .filter(event -> event.value().contains("request-"))
                                    .toList(),
                            found -> found.size() >= 2);

            assertThat(told).hasSize(2).allSatisfy(event -> {
                assertThat(header(event, Headers.CE_TYPE)).isEqualTo("frontdesk.auth.tenant_changed");
                assertThat(header(event, Headers.CE_SOURCE)).isEqualTo("/frontdesk/auth-service");
                assertThat(header(event, Headers.CE_TENANT_ID)).isEqualTo(tenant.toString());
                JsonPath data = new JsonPath(event.value());
                assertThat(data.getString("id")).isEqualTo(header(event, Headers.CE_ID));
                assertThat(data.getString("target")).isEqualTo("tenant:" + tenant);
            });
            assertThat(told)
                    .extracting(event -> new JsonPath(event.value()).getString("request_id"))
                    .containsExactly("request-1", "request-2");
        }
        await().atMost(PATIENCE)
                .until(() -> owner.query("select id from outbox where tenant_id = '%s'".formatted(tenant))
                        .isEmpty());
    }

    private void rename(String name, String requestId) {
        given().auth()
                .oauth2(operator())
                .header(Headers.REQUEST_ID, requestId)
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .patch("/internal/v1/tenants/" + tenant)
                .then()
                .statusCode(200);
    }

    private String trail() {
        return "/tenants/" + tenant + "/audit-events";
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get("/internal/v1" + path).then();
    }
}
