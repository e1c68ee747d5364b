package io.frontdesk.auth;

import static io.frontdesk.auth.signing.Forge.signedBySomebodyElse;
import static io.frontdesk.auth.signing.Forge.signedWithSecret;
import static io.frontdesk.auth.signing.Forge.unsigned;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.auth.signing.Forge;
import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that are nearly right are refused as those that are all wrong, and no log shows them. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class BadTokenTest extends ServiceTest {
    @Inject
    Forge forge;

    private String claims = "";
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler log = new Remembering(logged);

    /** Once for all, since a login takes its time. */
    @BeforeEach
    void logIn() {
        if (claims.isEmpty()) {
            String token =
                    login(newUser(newTenant(), "agent"), PASSWORD).extract().path("access_token");
            claims = new JsonObject(claims(token).getClaimsMap()).encode();
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void isRefusedForNothingButWhatIsBadAboutIt() {
        exchange(forge.signed(header(forge).encode(), claims)).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void isRefused(Way way) {
        String token = way.spoiling.spoil(forge, header(forge), new JsonObject(claims));

        ValidatableResponse refused = exchange(token);

        isProblem(refused, 401, "unauthenticated");
        Map<String, Object> problem = refused.extract().path("$");
        assertThat(problem)
                .containsOnlyKeys("type", "title", "status", "detail", "instance")
                .containsEntry("detail", "The credential is not valid");
        assertThat(logged).noneMatch(line -> Stream.of(token.split("\\."))
                .filter(part -> part.length() > 8)
                .anyMatch(line::contains));
    }

    @Test
    void isRefusedWhereItIsOneForInside() {
        String key = newKey(newTenant(), "admin").getString("key");

        isProblem(exchange(token(key)), 401, "unauthenticated");
    }

    private static JsonObject header(Forge forge) {
        return JsonObject.of("alg", "ES256", "kid", forge.kid(), "typ", "at+jwt");
    }

    private static long secondsFromNow(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    private interface Spoiling {
        String spoil(Forge forge, JsonObject header, JsonObject claims);
    }

    private interface SpoiledClaims {
        JsonObject spoil(JsonObject claims);
    }

    /** What can be wrong. */
    enum Way {
        ALG_NONE((forge, header, claims) -> unsigned(header.put("alg", "none").encode(), claims.encode()) + "."),
        ALG_NONE_WITH_A_SIGNATURE((forge, header, claims) ->
                forge.signed(header.put("alg", "none").encode(), claims.encode())),
        SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET((forge, header, claims) ->
                signedWithSecret(header.put("alg", "HS256").encode(), claims.encode(), forge.publicKey())),
        ANOTHER_CURVE((forge, header, claims) ->
                forge.signed(header.put("alg", "ES384").encode(), claims.encode())),
        NO_SIGNATURE((forge, header, claims) -> unsigned(header.encode(), claims.encode()) + "."),
        TWO_PARTS((forge, header, claims) -> unsigned(header.encode(), claims.encode())),
        UNKNOWN_KEY((forge, header, claims) ->
                forge.signed(header.put("kid", "a".repeat(43)).encode(), claims.encode())),
        KEY_THAT_IS_A_PATH((forge, header, claims) ->
                forge.signed(header.put("kid", "../../../dev/null").encode(), claims.encode())),
        KEY_THAT_IS_SQL((forge, header, claims) ->
                forge.signed(header.put("kid", "x' or '1'='1").encode(), claims.encode())),
        NO_KEY((forge, header, claims) -> forge.signed(without(header, "kid").encode(), claims.encode())),
        SIGNED_BY_SOMEBODY_ELSE((forge, header, claims) -> signedBySomebodyElse(header.encode(), claims.encode())),
        BRINGS_ITS_KEY_ALONG((forge, header, claims) -> signedBySomebodyElse(
                header.put("jku", "http://localhost:1/jwks.json")
                        .put("x5u", "http://localhost:1/chain.pem")
                        .encode(),
                claims.encode())),
        TYPE_OF_THOSE_INSIDE(
                (forge, header, claims) -> forge.signed(header.put("typ", "JWT").encode(), claims.encode())),
        NO_TYPE((forge, header, claims) -> forge.signed(without(header, "typ").encode(), claims.encode())),
        UNKNOWN_CRITICAL_HEADER((forge, header, claims) -> forge.signed(
                header.put("crit", List.of("b64x")).put("b64x", true).encode(), claims.encode())),
        DUPLICATE_HEADER((forge, header, claims) -> forge.signed(twice(header, "\"alg\":\"none\""), claims.encode())),
        EXPIRED(spoiled(claims -> claims.put("exp", secondsFromNow(-1)))),
        NEVER_EXPIRES(spoiled(claims -> without(claims, "exp"))),
        NOT_YET_VALID(spoiled(claims -> claims.put("nbf", secondsFromNow(600)))),
        ISSUED_IN_THE_FUTURE(spoiled(claims -> claims.put("iat", secondsFromNow(600)))),
        FOR_INSIDE(spoiled(claims -> claims.put("aud", Claims.INTERNAL_AUDIENCE))),
        FOR_SOMEBODY_ELSE(spoiled(claims -> claims.put("aud", "another-api"))),
        FOR_NOBODY(spoiled(claims -> without(claims, "aud"))),
        OF_ANOTHER_ISSUER(spoiled(claims -> claims.put("iss", "http://localhost:8081/"))),
        OF_A_SERVICE(spoiled(claims -> claims.put("sub", "service:frontdesk"))),
        OF_NO_KIND(spoiled(claims -> claims.put("sub", Ids.next().toString()))),
        OF_A_USER_THAT_IS_NO_ID(spoiled(claims -> claims.put("sub", "user:' or 1=1 --"))),
        OF_ANOTHER_TENANT(spoiled(claims -> claims.put("tenant_id", newTenant().toString()))),
        OF_NO_TENANT(spoiled(claims -> without(claims, "tenant_id"))),
        WITHOUT_A_SESSION(spoiled(claims -> without(claims, "sid"))),
        WITHOUT_A_GENERATION(spoiled(claims -> without(claims, "session_generation"))),
        OF_A_KEY_THAT_IS_NONE(spoiled(claims -> claims.put("sub", "key:" + claims.getString("sid")))),
        OF_A_VISITOR_WITHOUT_A_KEY(spoiled(claims -> claims.put("sub", "visitor:ann"))),
        OF_A_VISITOR_OF_NO_KEY(spoiled(claims -> claims.put("sub", "visitor:ann")
                .put("key", UUID.randomUUID().toString())
                .put("acl", List.of("gold")))),
        DUPLICATE_CLAIMS((forge, header, claims) ->
                forge.signed(header.encode(), twice(claims, "\"sub\":\"" + claims.getString("sub") + "\""))),
        CLAIMS_THAT_ARE_NO_JSON((forge, header, claims) -> forge.signed(header.encode(), "not json")),
        HUGE(spoiled(claims -> claims.put("padding", "x".repeat(44_000))));

        private final Spoiling spoiling;

        Way(Spoiling spoiling) {
            this.spoiling = spoiling;
        }

        private static Spoiling spoiled(SpoiledClaims spoiling) {
            return (forge, header, claims) ->
                    forge.signed(header.encode(), spoiling.spoil(claims).encode());
        }

        private static JsonObject without(JsonObject json, String member) {
            json.remove(member);
            return json;
        }

        private static String twice(JsonObject json, String member) {
            return json.encode().replaceFirst("}$", "," + member + "}");
        }
    }

    private static final class Remembering extends Handler {
        private final List<String> lines;

        private Remembering(List<String> lines) {
            this.lines = lines;
            setFormatter(new PatternFormatter("%s%e"));
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(getFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
