package io.frontdesk.e2e.rolling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Asks the suite everything that its users do, each once, and says what became of it. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KNOWN = "How long do I have to return a laptop?";
    private static final AtomicLong ASKED = new AtomicLong();

    private final HttpClient http;
    private final Balancer balancer;
    private final String key;
    private String document = "";

    /** @param key an API key for everything */
    Client(HttpClient http, Balancer balancer, String key) {
        this.http = http;
        this.balancer = balancer;
        this.key = key;
    }

    /** What there is to ask. */
    List<Call> calls() {
        return List.of(
                new Call("answer, known", gateway -> answer(gateway, KNOWN)),
                new Call("answer, new", gateway -> answer(gateway, unheard())),
                new Call("search", this::search),
                new Call("stream, new", gateway -> stream(gateway, unheard())),
                new Call("upload", this::upload),
                new Call("stream, known", gateway -> stream(gateway, KNOWN)),
                new Call("status", this::status),
                new Call("token", this::token));
    }

    /** What takes a model a while to say. */
    List<Call> longCalls() {
        return List.of(
                new Call("stream, new", gateway -> stream(gateway, unheard())),
                new Call("answer, new", gateway -> answer(gateway, unheard())),
                new Call("stream, new", gateway -> stream(gateway, unheard())));
    }

    /** One of them. */
    record Call(String what, Question question) {}

    /** Fails with an {@link IOException} or an {@link UnexpectedAnswer} where something went wrong. */
    interface Question {
        Said ask(String gateway) throws IOException, InterruptedException;
    }

    /** @param spoke when its text began; of {@link System#nanoTime} */
    record Said(String how, long spoke) {
        static Said done() {
            return new Said(Outcome.DONE, System.nanoTime());
        }
    }

    static final class UnexpectedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String message) {
            super(message);
        }
    }

    Outcome ask(Call call) throws InterruptedException {
        String gateway = balancer.gateway();
        Instant at = Instant.now();
        long began = System.nanoTime();
        try {
            Said said = call.question.ask(gateway);
            return new Outcome(call.what, gateway, at, began, said.spoke, System.nanoTime(), said.how);
        } catch (IOException | UncheckedIOException | UnexpectedAnswer e) {
            long ended = System.nanoTime();
            return new Outcome(call.what, gateway, at, began, ended, ended, e.toString());
        }
    }

    private static String unheard() {
        return "How long do I have to return laptop number " + ASKED.incrementAndGet() + "?";
    }

    private Said answer(String gateway, String question) throws IOException, InterruptedException {
        JsonNode answer = json(send(to(gateway, "/v1/answers").POST(body(Map.of("question", question)))), 200);
        require(!answer.path("answer").asText().isEmpty() && !answer.hasNonNull("incomplete"), answer.toString());
        return Said.done();
    }

    private Said stream(String gateway, String question) throws IOException, InterruptedException {
        var request = to(gateway, "/v1/answers").POST(body(Map.of("question", question, "stream", true)));
        HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
        require(response.statusCode() == 200, "status " + response.statusCode());
        String name = "";
        long spoke = 0;
        try (Stream<String> lines = response.body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("event:")) {
                    require(!isEnd(name), "an event after the end: " + line);
                    name = line.substring("event:".length()).strip();
                    spoke = spoke == 0 && name.equals("answer.delta") ? System.nanoTime() : spoke;
                }
            }
        }
        require(isEnd(name), "a stream without its end, last " + name);
        require(List.of("answer.completed", "answer.incomplete").contains(name), name);
        String how = name.equals("answer.completed") ? Outcome.DONE : Outcome.INCOMPLETE;
        return new Said(how, spoke == 0 ? System.nanoTime() : spoke);
    }

    private static boolean isEnd(String name) {
        return name.matches("answer\\.(completed|incomplete|failed|escalated)");
    }

    private Said search(String gateway) throws IOException, InterruptedException {
        JsonNode found = json(send(to(gateway, "/v1/search").POST(body(Map.of("query", unheard())))), 200);
        require(!found.path("passages").isEmpty(), found.toString());
        return Said.done();
    }

    private Said upload(String gateway) throws IOException, InterruptedException {
        long number = ASKED.incrementAndGet();
        var text = Map.of("title", "Shelf " + number, "text", "Shelf " + number + " holds brooms and buckets.");
        document = json(send(to(gateway, "/v1/documents").POST(body(text))), 202)
                .path("id")
                .asText();
        return Said.done();
    }

    private Said status(String gateway) throws IOException, InterruptedException {
        if (document.isEmpty()) {
            upload(gateway);
        }
        JsonNode seen = json(send(to(gateway, "/v1/documents/" + document).GET()), 200);
        require(!seen.path("state").asText().equals("failed"), seen.toString());
        return Said.done();
    }

    /** For an API key, as OAuth's clients do. */
    private Said token(String gateway) throws IOException, InterruptedException {
        int id = key.lastIndexOf('_');
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(encode(key.substring(0, id)), encode(key.substring(id + 1)));
        var request = HttpRequest.newBuilder(URI.create(gateway + "/v1/auth/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        require(!json(send(request), 200).path("access_token").asText().isEmpty(), "no token");
        return Said.done();
    }

    private HttpRequest.Builder to(String gateway, String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher body(Map<String, ?> body) throws IOException {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        require(response.statusCode() == status, "status " + response.statusCode() + ": " + response.body());
        return JSON.readTree(response.body());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnexpectedAnswer(otherwise);
        }
    }
}
