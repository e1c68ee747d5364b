package io.frontdesk.bench.ingestion;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.scenario.ServiceToken;
import io.frontdesk.local.suite.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The embedding model of a running retrieval-service, asked for nothing but vectors of passages. */
final class BareModel {
    private static final int BATCH = 16;

    /** As many requests at a time as keep all of its threads busy. */
    private static final int AT_A_TIME = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI embeddings = ServiceToken.address(Service.RETRIEVAL).resolve("/internal/v1/embeddings");
    private final ServiceToken token;

    BareModel(ServiceToken token) {
        this.token = token;
    }

    /** Embeds them all, and says how many nanoseconds that took. */
    long embed(List<String> texts) {
        var batches = IntStream.range(0, (texts.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> texts.subList(i * BATCH, Math.min(texts.size(), (i + 1) * BATCH)))
                .toList();
        var credentials = token.credentials();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            var embedded = new ArrayList<CompletableFuture<Void>>();
            batches.forEach(
                    batch -> embedded.add(CompletableFuture.runAsync(() -> embedBatch(batch, credentials), threads)));
            embedded.forEach(CompletableFuture::join);
        }
        return System.nanoTime() - begun;
    }

    private void embedBatch(List<String> batch, Map<String, String> credentials) {
        var body = JsonNodeFactory.instance.objectNode().put("input_type", "document");
        var input = body.putArray("input");
        batch.forEach(input::add);
        var request = HttpRequest.newBuilder(embeddings)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        credentials.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Failure("%s answers %d: %s".formatted(embeddings, response.statusCode(), response.body()));
            }
        } catch (IOException e) {
            throw new Failure("no answer from %s: %s".formatted(embeddings, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
