package io.frontdesk.bench.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.bench.environment.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The embedding model of a running retrieval-service, asked for nothing but vectors of passages. */
final class BareModel {
    private static final int BATCH = 16;

    /** As many requests at a time as keep all of its threads busy. */
    private static final int AT_A_TIME = 4;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI retrieval;
    private final String token;

    /** @param client id and secret of a service that may search */
    BareModel(URI auth, URI retrieval, String client, String tenant) {
        this.retrieval = retrieval;
        var request = JsonNodeFactory.instance.objectNode().put("tenant_id", tenant);
        var basic = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        this.token =
                "Bearer " + post(auth.resolve("/internal/v1/client-tokens"), basic, request.toString(), "access_token");
    }

    /** Embeds them all, and says how many nanoseconds that took. */
    long embed(List<String> texts) {
        var batches = IntStream.range(0, (texts.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> texts.subList(i * BATCH, Math.min(texts.size(), (i + 1) * BATCH)))
                .toList();
        long begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            var embedded = new ArrayList<CompletableFuture<Void>>();
            batches.forEach(batch -> embedded.add(CompletableFuture.runAsync(() -> embedBatch(batch), threads)));
            embedded.forEach(CompletableFuture::join);
        }
        return System.nanoTime() - begun;
    }

    private void embedBatch(List<String> batch) {
        var request = JsonNodeFactory.instance.objectNode().put("input_type", "document");
        var input = request.putArray("input");
        batch.forEach(input::add);
        post(retrieval.resolve("/internal/v1/embeddings"), token, request.toString(), "model");
    }

    private String post(URI address, String authorization, String body, String field) {
        var request = HttpRequest.newBuilder(address)
                .header("authorization", authorization)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Failure("%s answers %d: %s".formatted(address, response.statusCode(), response.body()));
            }
            return json.readTree(response.body()).path(field).asText();
        } catch (IOException e) {
            throw new Failure("no answer from %s: %s".formatted(address, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
