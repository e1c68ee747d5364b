package io.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.simulator.RecordedRequest.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private LlmSimulator simulator;
    private Client client;

    @BeforeEach
    void start() {
        simulator = LlmSimulator.start(0);
        client = Client.of(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sim-error500, 500, server_error, ",
        "sim-503, 503, server_error, overloaded",
        "sim-429, 429, requests, rate_limit_exceeded",
        "sim-401, 401, invalid_request_error, invalid_api_key",
        "sim-error418, 418, invalid_request_error, "
    })
    void refusesWithTheStatusOfItsName(String model, int status, String type, String code) throws Exception {
        var reply = client.ask(model, "Hello");
        var error = Client.json(reply.body()).path("error");

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.path("code").textValue()).isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(error.has("param")).isTrue();
        assertThat(outcome()).isEqualTo(Outcome.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"sim-429, 1", "sim-429-retry7, 7", "sim-503-retry3, 3"})
    void saysWhenToComeBack(String model, String seconds) throws Exception {
        assertThat(client.ask(model, "Hello").headers().firstValue("retry-after"))
                .hasValue(seconds);
    }

    @Test
    void aStreamIsRefusedBeforeItsFirstEvent() throws Exception {
        var reply = client.stream("sim-error500", "Hello");

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.headers().firstValue("content-type")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim-cut40", "sim-ttft30-itl1-cut40", "sim-cut40-len200"})
    void cutsTheConnectionAfterItsTokens(String model) throws Exception {
        var lines = new ArrayList<String>();
        var reply = client.stream(model, "Hello");

        assertThatThrownBy(() -> reply.body().forEach(lines::add)).isInstanceOf(UncheckedIOException.class);
        assertThat(tokens(lines)).isEqualTo(40);
        assertThat(lines).noneMatch(line -> line.contains("[DONE]") || line.contains("\"finish_reason\":\"stop\""));
        assertThat(outcome()).isEqualTo(Outcome.FAULTED);
    }

    @Test
    void endsABodyInGoodOrderWithoutItsLastEvents() throws Exception {
        var lines = client.stream("sim-trunc12", "Hello").body().toList();

        assertThat(tokens(lines)).isEqualTo(12);
        assertThat(lines).noneMatch(line -> line.contains("[DONE]") || line.contains("\"finish_reason\":\"stop\""));
    }

    @Test
    void sendsAnErrorInTheMiddleOfAStream() throws Exception {
        var lines = client.stream("sim-break5", "Hello").body().toList();

        assertThat(tokens(lines)).isEqualTo(5);
        assertThat(Client.events(lines).getLast().at("/error/type").asText()).isEqualTo("server_error");
        assertThat(lines).doesNotContain("data: [DONE]");
    }

    @Test
    void fallsSilentWithTheConnectionOpenUntilTheClientGivesUp() throws Exception {
        var request = client.request("/chat/completions")
                .POST(HttpRequest.BodyPublishers.ofString(Client.body("sim-stall3", "Hello", ",\"stream\":true")))
                .build();
        var body = client.http()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var read = new ArrayList<String>();
            while (tokens(read) < 3) {
                read.add(lines.readLine());
            }
            assertThat(lines.readLine()).isEmpty();
            assertThat(body.available()).isZero();
            assertThat(outcome()).isEqualTo(Outcome.RUNNING);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> outcome() == Outcome.ABORTED);
    }

    @Test
    void breaksAPlainReplyOffInTheMiddle() {
        assertThatThrownBy(() -> client.ask("sim-cut40", "Hello")).isInstanceOf(IOException.class);
    }

    @Test
    void truncatesAPlainReply() throws Exception {
        var reply = client.ask("sim-trunc40", "Hello");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).startsWith("{").doesNotContain("usage");
    }

    @Test
    void neverAnswersAPlainRequestThatStalls() {
        var request = client.request("/chat/completions")
                .timeout(Duration.ofMillis(300))
                .POST(HttpRequest.BodyPublishers.ofString(Client.body("sim-stall", "Hello", "")))
                .build();

        assertThatThrownBy(() -> client.http().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void recoversAfterTheFirstRequestsOfAKey() throws Exception {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 4; i++) {
            statuses.add(client.ask("sim-error503-first2", "Hello").statusCode());
        }
        statuses.add(client.withKey("key-2").ask("sim-error503-first2", "Hello").statusCode());

        assertThat(statuses).containsExactly(503, 503, 200, 200, 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "sim-", "sim-nonsense", "sim-error200", "sim-len12x", "sim-700", "simulator"})
    void knowsNoOtherModels(String model) throws Exception {
        var reply = client.ask(model, "Hello");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(Client.json(reply.body()).at("/error/code").asText()).isEqualTo("model_not_found");
    }

    private static long tokens(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\"delta\":{\"content\":"))
                .count();
    }

    private Outcome outcome() {
        return simulator.requests().getLast().outcome();
    }
}
