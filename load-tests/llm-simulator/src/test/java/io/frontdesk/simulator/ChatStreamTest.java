package io.frontdesk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.simulator.RecordedRequest.Outcome;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatStreamTest {
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

    @Test
    void streamsChunksAndEndsWithDone() throws Exception {
        var reply = client.stream("sim-echo", "one \"two\"\nthree");
        var lines = reply.body().toList();
        var events = Client.events(lines);

        assertThat(reply.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        assertThat(Client.text(lines)).isEqualTo("one \"two\"\nthree");
        assertThat(events).hasSize(5).allSatisfy(event -> {
            assertThat(event.path("object").asText()).isEqualTo("chat.completion.chunk");
            assertThat(event.path("id").asText()).startsWith("chatcmpl-");
            assertThat(event.has("usage")).isFalse();
        });
        assertThat(events.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(events.getFirst().at("/choices/0/finish_reason").isNull()).isTrue();
        assertThat(events.getLast().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(lines.stream().filter(line -> !line.isEmpty()).toList().getLast())
                .isEqualTo("data: [DONE]");
    }

    @Test
    void addsTheUsageInAChunkOfItsOwnWhenAsked() throws Exception {
        var body = Client.body("sim-len3", "Hello", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
        var events = Client.events(
                client.post("/chat/completions", body).body().lines().toList());

        assertThat(events.getLast().path("choices")).isEmpty();
        assertThat(events.getLast().at("/usage/completion_tokens").asInt()).isEqualTo(3);
        assertThat(events.subList(0, events.size() - 1))
                .allSatisfy(event -> assertThat(event.path("usage").isNull()).isTrue());
    }

    @Test
    void keepsToItsTimes() throws Exception {
        long start = System.nanoTime();
        var reply = client.stream("sim-ttft1000-itl20-len10", "Hello");
        long headers = millisSince(start);
        var arrivals = new ArrayList<Long>();
        reply.body().filter(line -> line.contains("\"content\":\"")).forEach(line -> arrivals.add(millisSince(start)));

        assertThat(headers).isLessThan(1_000);
        assertThat(arrivals).hasSize(11);
        assertThat(arrivals.getFirst()).isGreaterThanOrEqualTo(999);
        assertThat(arrivals.getLast()).isGreaterThanOrEqualTo(1_178L);
    }

    @Test
    void keepsEvenTheStatusBackWhenItIsSlow() throws Exception {
        long start = System.nanoTime();
        client.stream("sim-slow200", "Hello");

        assertThat(millisSince(start)).isGreaterThanOrEqualTo(199);
    }

    @Test
    void noticesAClientThatGoesAway() throws Exception {
        var request = client.request("/chat/completions")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Client.body("sim-itl20-len10000", "Hello", ",\"stream\":true")))
                .build();
        try (var lines = new BufferedReader(new InputStreamReader(
                client.http()
                        .send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("data: ");
            assertThat(outcome()).isEqualTo(Outcome.RUNNING);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> outcome() == Outcome.ABORTED);
    }

    @Test
    void streamsTensOfThousandsOfTokensToASlowReader() throws Exception {
        var lines = client.stream("sim-len50000", "Hello").body().toList();

        assertThat(Client.events(lines)).hasSize(50_002);
        assertThat(outcome()).isEqualTo(Outcome.COMPLETED);
    }

    private Outcome outcome() {
        return simulator.requests().getLast().outcome();
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
