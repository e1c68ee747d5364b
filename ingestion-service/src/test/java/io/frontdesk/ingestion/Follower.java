package io.frontdesk.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A client that follows a document, and notes down what it is told. */
public final class Follower implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** An event as it came. */
    public record Event(String name, long id, JsonNode data) {}

    /** Begins to follow; returns when it has been answered. */
    public Follower(String url, String bearer, @Nullable Long lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Authorization", bearer)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            List<String> frame = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    note(frame);
                    frame.clear();
                } else {
                    frame.add(line);
                }
            }
            ended = true;
        } catch (IOException e) {
            // Closed from here, or cut: it has not ended.
        }
    }

    private void note(List<String> frame) throws IOException {
        String data = field(frame, "data");
        if (data.isEmpty()) {
            comments.addAll(frame);
        } else {
            events.add(new Event(field(frame, "event"), Long.parseLong(field(frame, "id")), JSON.readTree(data)));
        }
    }

    private static String field(List<String> frame, String name) {
        return frame.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    public int status() {
        return response.statusCode();
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The names of the events that tell of states. */
    public List<String> states() {
        return events.stream()
                .map(Event::name)
                .filter(name -> !name.equals("document.progress"))
                .toList();
    }

    public List<String> comments() {
        return List.copyOf(comments);
    }

    /** The first event of this kind, when it is there. */
    public Event await(Predicate<Event> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> events.stream().filter(wanted).findFirst().orElse(null), event -> event != null);
    }

    public Event await(String name) {
        return await(event -> event.name().equals(name));
    }

    /** All there was, when the service has ended it. */
    public List<Event> awaitEnd() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> ended);
        return events();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
