package io.frontdesk.e2e.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.e2e.streams.AnswerReader.Event;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Answers are told whole and once, or say what is missing, whatever fails in the middle. {@code -Dfrontdesk.streams.rounds=50}
 * says how often: {@code make streams}.
 */
class StreamsTest {
    private static final int ROUNDS = Integer.getInteger("frontdesk.streams.rounds", 3);
    private static final int CROWD = Integer.getInteger("frontdesk.streams.crowd", 200);

    /** Two seconds of text, so that what fails in the middle meets the middle. */
    private static final String SPEAKING = "sim-ttft100-itl40-len50";

    /** What befalls an answer; the first three in every run. */
    private static final List<String> MISHAPS = List.of(
            "kill generation",
            "kill gateway",
            SPEAKING + "-cut20",
            SPEAKING,
            SPEAKING + "-trunc20",
            "kill generation",
            SPEAKING + "-break20",
            SPEAKING + "-stall20",
            "kill gateway",
            "sim-500",
            "sim-429");

    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init") // Set before all tests.
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void everyAnswerIsToldOnceWhateverFailsInTheMiddle() {
        Map<String, Integer> endings = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            String mishap = MISHAPS.get(round % MISHAPS.size());
            var reader = new AnswerReader(shop.gateways(1 + round % 2), shop.key());
            List<Event> events = read(reader, mishap, 1 + round % 2);

            requireWholeOrSaidWhatIsMissing(mishap, events);
            endings.merge(mishap + ": " + events.getLast().name(), 1, Integer::sum);
        }
        System.out.printf("streams: %d rounds: %s%n", ROUNDS, endings);
    }

    private static List<Event> read(AnswerReader reader, String mishap, int gateway) {
        if (!mishap.startsWith("kill")) {
            shop.model().plays(mishap);
            return reader.read();
        }
        shop.model().plays(SPEAKING);
        var reading = CompletableFuture.supplyAsync(reader::read);
        patiently().until(() -> reader.text().length() > 20);
        Instance victim = mishap.endsWith("gateway")
                ? new Instance(Service.GATEWAY, gateway)
                : shop.writer().orElse(new Instance(Service.GENERATION, 1));
        shop.suite().kill(victim);
        try {
            return reading.join();
        } finally {
            shop.suite().start(victim);
        }
    }

    private static void requireWholeOrSaidWhatIsMissing(String mishap, List<Event> events) {
        assertThat(events).as(mishap).filteredOn(Event::isTerminal).hasSize(1);
        Event last = events.getLast();
        assertThat(last.isTerminal()).as(mishap).isTrue();
        List<Long> ids = events.stream().map(Event::id).filter(id -> id > 0).toList();
        assertThat(ids)
                .as(mishap)
                .isEqualTo(LongStream.rangeClosed(1, ids.size()).boxed().toList());
        switch (last.name()) {
            case "answer.completed" ->
                assertThat(AnswerReader.text(events))
                        .as(mishap)
                        .isNotEmpty()
                        .isEqualTo(last.data().path("answer").path("answer").asText());
            case "answer.incomplete" -> {
                assertThat(last.data().path("reason").asText()).as(mishap).isNotEmpty();
                assertThat(AnswerReader.text(events))
                        .as(mishap)
                        .isEqualTo(last.data().path("answer").path("answer").asText());
            }
            default ->
                assertThat(last.data().path("problem").path("status").asInt())
                        .as(mishap)
                        .isGreaterThanOrEqualTo(500);
        }
    }

    @Test
    void aQuestionThatManyAskAtOnceIsAnsweredOnce() {
        shop.model().plays("sim-ttft10000-itl20-len40");
        long before = asked();

        List<JsonNode> answers = ask();

        requireWhole(answers);
        assertThat(asked() - before).isEqualTo(1);
        System.out.printf("streams: %d identical questions, half of them streaming: 1 generation%n", CROWD);
    }

    @Test
    void aQuestionThatManyAskAtOnceIsAnsweredAlsoWhereWhoAnswersItIsKilled() {
        shop.model().plays("sim-ttft60000-itl20-len40");
        long before = asked();
        double followers = shop.metric("frontdesk_answer_log_followed_total");

        var asking = CompletableFuture.supplyAsync(StreamsTest::ask);
        patiently().until(() -> shop.metric("frontdesk_answer_log_followed_total") - followers >= CROWD - 1);
        Instance leader = shop.writer().orElseThrow();
        shop.model().plays("sim-ttft100-itl20-len40");
        shop.suite().kill(leader);
        try {
            requireWhole(asking.join());
        } finally {
            shop.suite().start(leader);
        }
        assertThat(asked() - before).isEqualTo(2);
        System.out.printf(
                "streams: %d identical questions, half of them streaming, the leader killed: 2 generations, one of them"
                        + " cut%n",
                CROWD);
    }

    private static long asked() {
        return shop.model().requests().size();
    }

    private static void requireWhole(List<JsonNode> answers) {
        assertThat(answers).hasSize(CROWD);
        assertThat(answers.stream()
                        .map(answer -> answer.path("answer").asText())
                        .distinct())
                .singleElement()
                .asString()
                .isNotEmpty();
        assertThat(answers.stream().map(answer -> answer.path("id").asText())).doesNotHaveDuplicates();
        assertThat(answers.stream()
                        .filter(answer -> answer.path("cache").asText().equals("miss")))
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.path("cache").asText().equals("coalesced")))
                .hasSize(CROWD - 1);
    }

    /** All at once, half of them at each gateway, half of them as events. */
    private static List<JsonNode> ask() {
        try (var http = HttpClient.newHttpClient()) {
            List<CompletableFuture<JsonNode>> asked = new ArrayList<>();
            IntStream.range(0, CROWD)
                    .forEach(n -> asked.add(http.sendAsync(
                                    question(shop.suite().gatewayUrl(1 + n % 2), n / 2 % 2 == 0),
                                    BodyHandlers.ofString())
                            .thenApply(StreamsTest::answer)));
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    private static HttpRequest question(String gateway, boolean streamed) {
        var body = "{\"question\": \"How long may I keep a laptop before I return it?\", \"stream\": %s}"
                .formatted(streamed);
        return HttpRequest.newBuilder(URI.create(gateway + "/v1/answers"))
                .header("Authorization", "Bearer " + shop.key())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(90))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** The answer, from either form; of a stream, once its text has been found to be the answer's. */
    private static JsonNode answer(HttpResponse<String> response) {
        try {
            if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
                return JSON.readTree(response.body());
            }
            var text = new StringBuilder();
            for (String line :
                    response.body().lines().filter(of -> of.startsWith("data:")).toList()) {
                JsonNode data = JSON.readTree(line.substring("data:".length()));
                text.append(data.path("text").asText(""));
                if (data.has("answer")) {
                    assertThat(text.toString())
                            .isEqualTo(data.path("answer").path("answer").asText());
                    return data.path("answer");
                }
            }
            throw new AssertionError("a stream without its end: " + response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
