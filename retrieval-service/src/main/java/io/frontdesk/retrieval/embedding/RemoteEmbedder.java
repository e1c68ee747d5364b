package io.frontdesk.retrieval.embedding;

import io.frontdesk.retrieval.embedding.EmbeddingModel.Remote;
import io.frontdesk.retrieval.problem.RetrievalError.ModelUnavailable;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model over OpenAI's protocol. What may succeed later is asked again with growing pauses, or after the pause that the
 * other side wishes. Passages go one request after the other, so that they leave room for questions.
 */
final class RemoteEmbedder implements Embedder {
    private final Remote model;
    private final EmbeddingsClient client;
    private final EmbeddingMetrics metrics;

    RemoteEmbedder(Remote model, EmbeddingMetrics metrics) {
        this.model = model;
        this.metrics = metrics;
        this.client = new EmbeddingsClient(model);
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text) {
        return embed(List.of(model.queryPrefix() + text), metrics.queries()).map(List::getFirst);
    }

    @Override
    public Uni<List<Embedding>> passages(List<String> texts) {
        List<String> prefixed =
                texts.stream().map(text -> model.passagePrefix() + text).toList();
        int batches = Math.ceilDiv(texts.size(), model.batchSize());
        return Multi.createFrom()
                .range(0, batches)
                .map(batch -> batch * model.batchSize())
                .map(from -> prefixed.subList(from, Math.min(from + model.batchSize(), prefixed.size())))
                .onItem()
                .transformToUniAndConcatenate(batch -> embed(batch, metrics.passages()))
                .onItem()
                .disjoint()
                .map(Embedding.class::cast)
                .collect()
                .asList();
    }

    private Uni<List<Embedding>> embed(List<String> texts, Timer timer) {
        return new Patience(model.retries(), model.patience())
                .during(() -> request(texts, timer))
                .map(reply -> embeddings(texts.size(), reply));
    }

    private Uni<EmbeddingsRestClient.Reply> request(List<String> texts, Timer timer) {
        return Uni.createFrom().deferred(() -> {
            long before = System.nanoTime();
            return client.embed(texts)
                    .onTermination()
                    .invoke(() -> timer.record(System.nanoTime() - before, TimeUnit.NANOSECONDS));
        });
    }

    private List<Embedding> embeddings(int texts, EmbeddingsRestClient.Reply reply) {
        List<EmbeddingsRestClient.Vector> vectors = reply.data() == null ? List.of() : reply.data();
        float[][] inOrder = new float[texts][];
        for (EmbeddingsRestClient.Vector vector : vectors) {
            if (vector.index() >= 0 && vector.index() < texts) {
                inOrder[vector.index()] = checked(vector.embedding());
            }
        }
        if (vectors.size() != texts || Arrays.asList(inOrder).contains(null)) {
            throw new ModelUnavailable("%s gave %d vectors for %d texts, or not one for each"
                    .formatted(model.name(), vectors.size(), texts));
        }
        return Arrays.stream(inOrder).map(Embedding::normalised).toList();
    }

    private float[] checked(float @Nullable [] vector) {
        int length = vector == null ? 0 : vector.length;
        if (vector == null || length != model.dimensions()) {
            throw new ModelUnavailable(
                    "%s gave a vector of %d numbers instead of %d".formatted(model.name(), length, model.dimensions()));
        }
        double squares = IntStream.range(0, length)
                .mapToDouble(i -> (double) vector[i] * vector[i])
                .sum();
        if (!(squares > 0) || Double.isInfinite(squares)) {
            throw new ModelUnavailable("%s gave a vector without a direction".formatted(model.name()));
        }
        return vector;
    }
}
