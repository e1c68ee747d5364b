package io.frontdesk.retrieval;

import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A document that is published again and again, and searches of it meanwhile. Each must find the version that had its receipt
 * before the search began, or a later one; what does not is a problem.
 */
final class ChangingDocument implements AutoCloseable {
    private static final int SEARCHERS = 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong searches = new AtomicLong();
    private final URI service;
    private final UUID document;
    private final String writer;
    private final String reader;
    private volatile boolean open = true;

    /** @param service the address below which requests go */
    ChangingDocument(URI service, UUID tenant, UUID document) {
        this.service = service;
        this.document = document;
        this.writer = TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE);
        this.reader = TestTokens.bearer(tenant, Scope.SEARCH);
        change();
        threads.submit(() -> repeat(this::change));
        for (int i = 0; i < SEARCHERS; i++) {
            threads.submit(() -> repeat(this::search));
        }
    }

    long searches() {
        return searches.get();
    }

    long changes() {
        return published.get();
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private void repeat(Runnable step) {
        while (open) {
            step.run();
        }
    }

    private void change() {
        long version = published.get() + 1;
        String versions = "/documents/" + document + "/versions/" + version;
        post(writer, versions + "/chunks", ServiceTest.batch("Price", text(version)));
        post(writer, versions + "/publication", ServiceTest.publication(Map.of("title", "Price"), 1));
        published.set(version);
    }

    private void search() {
        long atLeast = published.get();
        String reply = post(reader, "/search", Map.of("query", "What is the price?"));
        JsonArray passages = new JsonObject(reply).getJsonArray("passages", new JsonArray());
        if (passages.size() != 1 || number(passages.getJsonObject(0).getString("text")) < atLeast) {
            problems.add("after version " + atLeast + ": " + reply);
        }
        searches.incrementAndGet();
    }

    private static String text(long version) {
        return "The price is " + version;
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
    }

    private String post(String token, String path, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JsonObject.mapFrom(body).encode()))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                problems.add(path + ": " + response.statusCode() + " " + response.body());
                return "{}";
            }
            return response.body();
        } catch (IOException | InterruptedException e) {
            problems.add(path + ": " + e);
            return "{}";
        }
    }

    @Override
    public void close() {
        open = false;
        threads.close();
        http.close();
    }
}
