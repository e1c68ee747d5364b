package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.contracts.Ids;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.simulator.LlmSimulator;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Keys that fail in every way, beside good ones, shared by two replicas. {@code -Dfrontdesk.pool.questions=2000} says how many
 * questions.
 */
@ExtendWith(SuiteExtension.class)
class LlmPoolTest {
    private static final int QUESTIONS = Integer.getInteger("frontdesk.pool.questions", 200);
    private static final int AT_ONCE = 16;
    private static final int LIMIT = QUESTIONS / 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TERMINAL =
            List.of("answer.completed", "answer.incomplete", "answer.failed", "answer.escalated");

    private final Suite suite;
    private final Tenant tenant;
    private final LlmSimulator simulator = LlmSimulator.start("127.0.0.1", 0, 1);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> keys = new LinkedHashMap<>();

    LlmPoolTest(Suite suite) {
        this.suite = suite;
        this.tenant = Tenant.create(suite, "Shop " + Ids.next());
    }

    @BeforeEach
    void addKeys() {
        // The failing ones are asked first: it is their failures that are to be borne.
        add("good", 20, "sim-len20", LIMIT, true);
        add("slow", 20, "sim-slow300-len20", LIMIT / 2, true);
        add("limited", 10, "sim-429-retry5", LIMIT, false);
        add("failing", 10, "sim-error500", LIMIT, false);
        add("cutting", 10, "sim-len40-cut5", LIMIT, false);
        add("refused", 10, "sim-401", LIMIT, false);
        awaitKeys(6);
        publish();
    }

    @AfterEach
    void removeKeys() {
        keys.values().forEach(id -> operator().delete("/v1/admin/llm-keys/{id}", id));
        // Until no replica knows of them any more: other tests count on quoted answers.
        awaitKeys(0);
        tenant.remove();
        simulator.close();
        http.close();
    }

    @Test
    void answersEveryQuestionWithoutExceedingAKeysLimit() throws Exception {
        List<Told> told = ask(0, QUESTIONS);

        JsonNode counts = simulator.stats().path("keys");
        report("six keys", told, counts);
        assertThat(told).allMatch(Told::isAnswered);
        // One that is cut midway goes on with another key, unless those that go on are at their limits just then.
        assertThat(told)
                .filteredOn(one -> one.end().equals("answer.incomplete"))
                .hasSizeLessThanOrEqualTo(
                        counts.path("sk-cutting").path("faulted").asInt());
        assertThat(counts.path("sk-good").path("busiest_minute").asInt())
                .isPositive()
                .isLessThanOrEqualTo(LIMIT);
        assertThat(counts.path("sk-slow").path("busiest_minute").asInt()).isLessThanOrEqualTo(LIMIT / 2);
        keys.keySet().forEach(alias -> assertThat(
                        counts.path("sk-" + alias).path("busiest_minute").asInt())
                .isLessThanOrEqualTo(LIMIT));
        assertThat(counts.path("sk-refused").path("requests").asInt()).isLessThan(AT_ONCE * 2);
        operator()
                .get("/v1/admin/llm-keys/{id}", keys.get("refused"))
                .then()
                .statusCode(200)
                .body("state.out", equalTo("key_refused"));

        for (String alive : List.of("good", "slow", "cutting")) {
            operator()
                    .body(Map.of("enabled", false))
                    .patch("/v1/admin/llm-keys/{id}", keys.get(alive))
                    .then()
                    .statusCode(200);
        }
        awaitKeys(3);
        List<Told> ofTheDead = ask(QUESTIONS, QUESTIONS / 4);

        report("all keys dead", ofTheDead, simulator.stats().path("keys"));
        assertThat(ofTheDead).allMatch(Told::isAnswered).extracting(Told::model).containsOnly("extractive");
    }

    /** How an answer ended: its status and its terminal event, of which there is one. */
    private record Told(int status, String end, String model) {
        boolean isAnswered() {
            return status == 200 && (end.equals("answer.completed") || end.equals("answer.incomplete"));
        }
    }

    private List<Told> ask(int from, int questions) throws Exception {
        List<Callable<Told>> asked = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            int number = from + i;
            asked.add(() -> ask(number, number % 2 == 0));
        }
        List<Told> told = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer : callers.invokeAll(asked)) {
                told.add(answer.get());
            }
        }
        return told;
    }

    private Told ask(int number, boolean streamed) throws Exception {
        // Another number is another question, so that no answer stands for another.
        String question = "How long do I have to return laptop number %d?".formatted(number);
        var request = HttpRequest.newBuilder(URI.create(suite.gatewayUrl(1 + number % 2) + "/v1/answers"))
                .header("Authorization", "Bearer " + tenant.apiKey())
                .header("Content-Type", "application/json")
                .header("Accept", streamed ? "text/event-stream" : "application/json")
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("question", question))))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return streamed && response.statusCode() == 200 ? streamed(response.body()) : plain(response);
    }

    private static Told plain(HttpResponse<String> response) {
        return new Told(
                response.statusCode(),
                response.statusCode() == 200 ? "answer.completed" : "answer.failed",
                Json.read(response.body()).path("model").asText());
    }

    private static Told streamed(String events) {
        List<String> ends = events.lines()
                .filter(line -> line.startsWith("event:"))
                .map(line -> line.substring("event:".length()).strip())
                .filter(TERMINAL::contains)
                .toList();
        assertThat(ends).as(events).hasSize(1);
        String last = events.lines()
                .filter(line -> line.startsWith("data:"))
                .reduce((first, second) -> second)
                .orElseThrow();
        return new Told(
                200,
                ends.getFirst(),
                Json.read(last.substring("data:".length()))
                        .path("answer")
                        .path("model")
                        .asText());
    }

    private static void report(String what, List<Told> told, JsonNode counts) {
        Map<String, Long> models =
                told.stream().collect(Collectors.groupingBy(Told::model, TreeMap::new, Collectors.counting()));
        System.out.printf("pool: %s, %,d questions: by model %s%n", what, told.size(), models);
        counts.properties()
                .forEach(key -> System.out.printf(
                        "pool:   %-12s %5d requests, %5d in its busiest minute; completed %d, refused %d, cut %d%n",
                        key.getKey(),
                        key.getValue().path("requests").asInt(),
                        key.getValue().path("busiest_minute").asInt(),
                        key.getValue().path("completed").asInt(),
                        key.getValue().path("refused").asInt(),
                        key.getValue().path("faulted").asInt()));
    }

    private void add(String alias, int priority, String model, int perMinute, boolean acceptsPrefix) {
        Map<String, Object> key = new HashMap<>();
        key.put("alias", alias + "-" + Ids.next());
        key.put("provider", "simulator");
        key.put("base_url", simulator.baseUrl().toString());
        key.put("secret", "sk-" + alias);
        key.put("model", model);
        key.put("priority", priority);
        key.put("requests_per_minute", perMinute);
        key.put("accepts_prefix", acceptsPrefix);
        keys.put(
                alias,
                operator()
                        .body(key)
                        .post("/v1/admin/llm-keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** At every replica. */
    private void awaitKeys(int count) {
        IntStream.rangeClosed(1, 2).forEach(replica -> await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().get("http://localhost:%d/metrics"
                                        .formatted(suite.addresses()
                                                .managementPort(new Instance(Service.GENERATION, replica))))
                                .asString())
                        .containsPattern("(?m)^api_keys_total " + count)));
    }

    private void publish() {
        String id = tenant.via(1)
                .body(Map.of(
                        "title",
                        "Returns and refunds",
                        "text",
                        "You can return a laptop within 30 days of delivery, in its original packaging."))
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> tenant.via(2).get("/v1/documents/{id}", id).then().body("state", equalTo("indexed")));
    }

    private RequestSpecification operator() {
        return given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", "Bearer " + suite.operatorKey())
                .contentType(ContentType.JSON);
    }
}
