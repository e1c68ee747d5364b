package io.frontdesk.generation.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of answers, over HTTP, in PostgreSQL and in the tenant's state. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class AnswerSettingsTest extends ServiceTest {
    private static final String PATH = "/internal/v1/settings/answers";
    private static final String ALL = """
            {"tone": "friendly", "assistant_name": "Ada", "language": "de-AT", "fallback": "Leider nein.",
             "without_passages": "clarify", "without_keys": "unavailable", "model": "gpt-x", "blocked_topics": ["lawsuit"],
             "link_hosts": ["Shop.example"], "max_answer_tokens": 200, "masking": {"email": false},
             "visitors_share_answers": true, "conversation_retention_days": 7}""";

    @Inject
    SettingsOfTenants settings;

    @Inject
    PgAnswerSettingsStore store;

    @Inject
    Owner owner;

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Test
    void areTheStandardOnesUntilATenantHasOthers() {
        get(tenant)
                .statusCode(200)
                .body("version", equalTo(0))
                .body("tone", equalTo("neutral"))
                .body("assistant_name", nullValue())
                .body("fallback", containsString("could not find"))
                .body("without_passages", equalTo("refuse"))
                .body("without_keys", equalTo("extractive"))
                .body("blocked_topics", empty())
                .body("masking.email", equalTo(true))
                .body("visitors_share_answers", equalTo(false))
                .body("conversation_retention_days", equalTo(30));
    }

    @Test
    void areReplacedAsAWhole() {
        put(tenant, ALL).statusCode(200).body("version", equalTo(1));

        get(tenant)
                .body("version", equalTo(1))
                .body("tone", equalTo("friendly"))
                .body("assistant_name", equalTo("Ada"))
                .body("language", equalTo("de-AT"))
                .body("without_passages", equalTo("clarify"))
                .body("without_keys", equalTo("unavailable"))
                .body("link_hosts[0]", equalTo("shop.example"))
                .body("masking.email", equalTo(false))
                .body("masking.iban", equalTo(true))
                .body("max_answer_tokens", equalTo(200))
                .body("conversation_retention_days", equalTo(7));
        put(tenant, "{}").statusCode(200).body("version", equalTo(2)).body("tone", equalTo("neutral"));
    }

    @Test
    void areSeenByAQuestionAsSoonAsTheyAreSettled() {
        assertThat(of(tenant).version()).isZero();

        put(tenant, ALL).statusCode(200);

        assertThat(of(tenant).version()).isOne();
        assertThat(of(tenant).settings().tone()).isEqualTo(Tone.FRIENDLY);
        assertThat(told(tenant)).isEqualTo("1");
    }

    @Test
    void areReadAnewWhenTheStateTellsOfAnotherReplicasChange() {
        assertThat(of(tenant).version()).isZero();
        await(store.save(tenant, AnswerSettings.standard("Changed elsewhere."), null));
        assertThat(of(tenant).version()).isZero();

        redis.hash(String.class).hset(TenantState.key(tenant), TenantState.ANSWER_SETTINGS_VERSION, "1");

        assertThat(of(tenant).settings().fallback()).isEqualTo("Changed elsewhere.");
    }

    @Test
    void areToldByWhoeverFindsAChangeThatWasNot() {
        await(store.save(tenant, AnswerSettings.standard("Not told."), null));

        assertThat(of(tenant).settings().fallback()).isEqualTo("Not told.");

        assertThat(told(tenant)).isEqualTo("1");
    }

    @Test
    void doNotOverwriteAChangeThatTheirWriterHasNotSeen() {
        put(tenant, "{\"version\": 0, \"fallback\": \"One.\"}").statusCode(200);

        put(tenant, "{\"version\": 0, \"fallback\": \"Two.\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("version 1"));

        get(tenant).body("fallback", equalTo("One.")).body("version", equalTo(1));
        put(tenant, "{\"version\": 1, \"fallback\": \"Two.\"}").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void areOfOneTenant() {
        put(tenant, ALL).statusCode(200);

        get(Ids.next()).body("version", equalTo(0)).body("assistant_name", nullValue());
    }

    @Test
    void goWithTheirTenant() {
        put(tenant, ALL).statusCode(200);

        given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .delete("/internal/v1/tenants/" + tenant)
                .then()
                .statusCode(204);

        assertThat(owner.strings("select version::text from answer_settings where tenant_id = ?", tenant))
                .isEmpty();
    }

    @Test
    void areTheAdminsOnly() {
        given().header("Authorization", TestTokens.bearer(tenant, Scope.CHAT))
                .get(PATH)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tone\": \"loud\"}                           | tone",
                "{\"assistant_name\": \" \"}                    | assistant_name",
                "{\"assistant_name\": \"a\\nb\"}                | assistant_name",
                "{\"language\": \"no_such_language\"}           | language",
                "{\"fallback\": \"\"}                           | fallback",
                "{\"blocked_topics\": [null]}                   | blocked_topics",
                "{\"blocked_topics\": [\" \"]}                  | blocked_topics",
                "{\"link_hosts\": [\"https://a.example/x\"]}    | link_hosts",
                "{\"link_hosts\": [\"evil\"]}                   | link_hosts",
                "{\"max_answer_tokens\": 49}                    | max_answer_tokens",
                "{\"conversation_retention_days\": -1}          | conversation_retention_days",
                "{\"masking\": {\"names\": true}}               | masking.names",
                "{\"temperature\": 2}                           | temperature"
            })
    void refuseWhatIsNotAccepted(String body, String field) {
        put(tenant, body)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-field"))
                .body("field", equalTo(field));
    }

    private VersionedSettings of(UUID of) {
        return await(settings.of(of));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }

    private String told(UUID of) {
        return redis.hash(String.class).hget(TenantState.key(of), TenantState.ANSWER_SETTINGS_VERSION);
    }

    private static ValidatableResponse get(UUID of) {
        return given().header("Authorization", TestTokens.bearer(of, Scope.ADMIN))
                .get(PATH)
                .then();
    }

    private static ValidatableResponse put(UUID of, String body) {
        return given().header("Authorization", TestTokens.bearer(of, Scope.ADMIN))
                .contentType("application/json")
                .body(body)
                .put(PATH)
                .then();
    }
}
