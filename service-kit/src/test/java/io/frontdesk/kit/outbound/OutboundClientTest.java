package io.frontdesk.kit.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.TestCertificate;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real TLS, to a server whose certificate is that of shop.example and other.example. */
class OutboundClientTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 10_000);
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Vertx vertx;
    private static TestCertificate certificate;

    private final ScriptedResolver resolver = new ScriptedResolver();
    private OutboundPeer peer;

    @BeforeAll
    static void prepare(@TempDir Path folder) {
        vertx = Vertx.vertx();
        certificate = TestCertificate.of(folder, "shop.example", "other.example");
    }

    @AfterAll
    static void end() {
        await().until(vertx.close()::isComplete);
    }

    @BeforeEach
    void startPeer() {
        peer = OutboundPeer.start(vertx, certificate);
        for (String host : List.of("shop.example", "other.example", "wrong.example")) {
            resolver.tell(host, "127.0.0.1");
        }
    }

    @AfterEach
    void stopPeer() {
        peer.close();
    }

    @Test
    void getsWhatAUrlLeadsToUnderItsOwnName() {
        OutboundResponse response = get(url("shop.example", "/echo?a=b"), Map.of("accept", "text/plain"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().get("content-type")).isEqualTo("text/plain");
        assertThat(response.body()).hasToString("GET /echo?a=b shop.example:" + peer.port() + " text/plain");
        assertThat(peer.indicatedNames()).containsExactly("shop.example");
    }

    @Test
    void postsABody() {
        OutboundResponse response = result(client().post(
                        url("shop.example", "/body"),
                        Map.of("content-type", "text/plain"),
                        Buffer.buffer("hello"),
                        LIMITS));

        assertThat(response.body()).hasToString("POST text/plain hello");
    }

    @Test
    void passesOnEveryStatus() {
        assertThat(get(url("shop.example", "/missing"), Map.of()).status()).isEqualTo(404);
    }

    @Test
    void connectsToTheAddressThatWasCheckedThoughTheNameIsReboundMeanwhile() {
        var rebinding = new ScriptedResolver();
        rebinding.tell("shop.example", "127.0.0.1");
        rebinding.tell("shop.example", "127.0.0.2");
        OutboundClient client = client(rebinding, "127.0.0.1/32");

        assertThat(result(client.get(url("shop.example", "/echo"), Map.of(), LIMITS))
                        .status())
                .isEqualTo(200);
        assertThat(rebinding.asked()).containsExactly("shop.example");

        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> result(client.get(url("shop.example", "/echo"), Map.of(), LIMITS)));
        assertThat(peer.paths()).containsExactly("/echo");
    }

    @Test
    void followsARedirectAndChecksItAgain() {
        OutboundResponse response = get(redirect(url("other.example", "/echo")), Map.of());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.url().host()).isEqualTo("other.example");
        assertThat(resolver.asked()).containsExactly("shop.example", "other.example");
    }

    @Test
    void keepsHeadersFromAnotherOrigin() {
        OutboundResponse elsewhere = get(redirect(url("other.example", "/echo")), Map.of("accept", "secret"));
        OutboundResponse same = get(redirect("/echo"), Map.of("accept", "secret"));

        assertThat(elsewhere.body().toString()).doesNotContain("secret");
        assertThat(same.body().toString()).contains("secret");
    }

    /** The server is the one that the installation names, but by another name, and is not asked a second time. */
    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:%d/echo", "https://localhost:%d/echo", "https://[::1]:%d/echo"})
    void refusesARedirectToAPrivateAddress(String target) {
        String url = redirect(target.formatted(peer.port()));

        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> get(url, Map.of()))
                .withMessage("The URL's host does not have public addresses only");
        assertThat(peer.paths()).containsExactly("/redirect");
    }

    @Test
    void refusesARedirectToPlainHttp() {
        String url = redirect("http://shop.example:" + peer.port() + "/echo");

        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> get(url, Map.of()))
                .withMessage("The URL redirects from https to http");
    }

    @Test
    void followsFiveRedirectsAndNoSixth() {
        assertThatExceptionOfType(OutboundError.Refused.class)
                .isThrownBy(() -> get(url("shop.example", "/loop"), Map.of()))
                .withMessage("The URL redirects more than 5 times");
        assertThat(peer.paths()).hasSize(6).containsOnly("/loop");
    }

    @Test
    void carriesNoBodyToWhereAPostIsRedirected() {
        OutboundResponse response = result(
                client().post(redirect(url("other.example", "/body")), Map.of(), Buffer.buffer("hello"), LIMITS));

        assertThat(response.status()).isEqualTo(302);
        assertThat(peer.paths()).containsExactly("/redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/endless", "/announced"})
    void cutsOffABodyBeyondTheLimit(String path) {
        assertThatExceptionOfType(OutboundError.Failed.class)
                .isThrownBy(() -> get(url("shop.example", path), Map.of()))
                .withMessage("The answer has more than 10000 bytes");
        await().atMost(SOON).until(peer::hasNoConnection);
    }

    @Test
    void takesABodyOfTheLimitItself() {
        assertThat(get(url("shop.example", "/exact"), Map.of()).body().length()).isEqualTo(10_000);
    }

    @Test
    void cutsOffHeadersWithoutEnd() {
        assertThatExceptionOfType(OutboundError.Failed.class)
                .isThrownBy(() -> get(url("shop.example", "/headers"), Map.of()));
        await().atMost(SOON).until(peer::hasNoConnection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/slow"})
    void waitsNoLongerThanTheLimit(String path) {
        var impatient = new Limits(Duration.ofMillis(500), 10_000);

        assertThatExceptionOfType(OutboundError.Failed.class)
                .isThrownBy(() -> result(client().get(url("shop.example", path), Map.of(), impatient)))
                .withMessage("There was no answer within PT0.5S");
        await().atMost(SOON).until(peer::hasNoConnection);
    }

    @Test
    void hangsUpWhereNobodyWaitsAnyMore() {
        var waiting = client().get(url("shop.example", "/silent"), Map.of(), LIMITS)
                .subscribe()
                .with(ignored -> {});
        await().atMost(SOON).until(() -> peer.paths().contains("/silent"));

        waiting.cancel();

        await().atMost(SOON).until(peer::hasNoConnection);
    }

    @Test
    void trustsNoCertificateOfAnotherHost() {
        assertThatExceptionOfType(OutboundError.Failed.class)
                .isThrownBy(() -> get(url("wrong.example", "/echo"), Map.of()))
                .withMessage("The URL's host does not answer");
        assertThat(peer.paths()).isEmpty();
    }

    @Test
    void failsWhereNobodyListens() {
        String url = url("shop.example", "/echo");
        peer.close();

        assertThatExceptionOfType(OutboundError.Failed.class).isThrownBy(() -> get(url, Map.of()));
    }

    private OutboundResponse get(String url, Map<String, String> headers) {
        return result(client().get(url, headers, LIMITS));
    }

    private OutboundClient client() {
        return client(
                resolver,
                "shop.example:" + peer.port(),
                "other.example:" + peer.port(),
                "wrong.example:" + peer.port());
    }

    private OutboundClient client(Resolver names, String... allowed) {
        var guard = new OutboundGuard(names, TestConfig.of(List.of(allowed), peer.port()));
        return new OutboundClient(guard, vertx, new HttpClientOptions().setTrustOptions(OutboundPeer.pfx(certificate)));
    }

    private String url(String host, String path) {
        return "https://" + host + ":" + peer.port() + path;
    }

    private String redirect(String target) {
        return url("shop.example", "/redirect?" + target);
    }

    private static <T> T result(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
