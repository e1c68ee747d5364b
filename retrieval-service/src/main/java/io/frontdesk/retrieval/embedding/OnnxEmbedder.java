package io.frontdesk.retrieval.embedding;

import io.frontdesk.kit.tokenizer.TokenizerFile;
import io.frontdesk.kit.tokenizer.WordPieceTokenizer;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Onnx;
import io.frontdesk.retrieval.embedding.Piece.Kind;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Embeds in this process; texts beyond the model's length lose their end.
 *
 * <p>Short questions of about the same length that wait at the same time are embedded in one run, which reads the model's
 * weights once for all of them: on 2 cores, 640 instead of 365 questions of 12 tokens a second. From 32 tokens on that gains
 * nothing worth the wait, so longer questions and all passages run alone.
 */
final class OnnxEmbedder implements Embedder {
    private static final String WARM_UP = "How long do I have to return a laptop?";

    /** Texts that are so short are taken apart where they come from, which takes some 10 microseconds. */
    private static final int SHORT_CHARS = 200;

    private static final int BUCKET_TOKENS = 8;
    private static final int SHORT_TOKENS = 32;

    /** A run of more would make the first in it wait for longer than it takes to run it alone four times. */
    private static final int RUN_TOKENS = 96;

    private final Onnx model;
    private final WordPieceTokenizer tokenizer;
    private final OnnxModel network;
    private final TwoLanes lanes;
    private final EmbeddingMetrics metrics;
    private final List<Kind<long[], Embedding>> buckets;
    private final Kind<String, Embedding> longQuestion;
    private final Kind<String, Embedding> passage;

    private OnnxEmbedder(
            Onnx model, WordPieceTokenizer tokenizer, OnnxModel network, TwoLanes lanes, EmbeddingMetrics metrics) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.network = network;
        this.lanes = lanes;
        this.metrics = metrics;
        this.buckets = IntStream.rangeClosed(1, SHORT_TOKENS / BUCKET_TOKENS)
                .mapToObj(bucket -> RUN_TOKENS / (bucket * BUCKET_TOKENS))
                .map(most -> new Kind<>(most, this::questions))
                .toList();
        this.longQuestion = Kind.single(text -> questions(List.of(tokens(text))).getFirst());
        this.passage = Kind.single(text -> metrics.passages().record(() -> embed(text)));
    }

    /** Loads a model and runs it once: the first run takes ten times as long as others. */
    static OnnxEmbedder load(Onnx model, TwoLanes lanes, EmbeddingMetrics metrics) {
        var embedder = new OnnxEmbedder(model, tokenizer(model), OnnxModel.load(model), lanes, metrics);
        embedder.embed(WARM_UP);
        return embedder;
    }

    private static WordPieceTokenizer tokenizer(Onnx model) {
        try (InputStream json = model.tokenizer().open()) {
            return TokenizerFile.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text) {
        return Uni.createFrom().deferred(() -> question(model.queryPrefix() + text));
    }

    private Uni<Embedding> question(String text) {
        if (text.length() > SHORT_CHARS) {
            return lanes.urgent(longQuestion, text);
        }
        long[] tokens = tokens(text);
        int bucket = (tokens.length - 1) / BUCKET_TOKENS;
        return bucket < buckets.size() ? lanes.urgent(buckets.get(bucket), tokens) : lanes.urgent(longQuestion, text);
    }

    @Override
    public Uni<List<Embedding>> passages(List<String> texts) {
        return Uni.join()
                .all(texts.stream()
                        .map(text -> lanes.bulk(passage, model.passagePrefix() + text))
                        .toList())
                .andFailFast();
    }

    private List<Embedding> questions(List<long[]> texts) {
        metrics.together().record(texts.size());
        long before = System.nanoTime();
        List<Embedding> embeddings = network.embed(texts);
        long took = System.nanoTime() - before;
        texts.forEach(text -> metrics.queries().record(took, TimeUnit.NANOSECONDS));
        return embeddings;
    }

    /** Embeds on the calling thread. */
    Embedding embed(String text) {
        return network.embed(List.of(tokens(text))).getFirst();
    }

    private long[] tokens(String text) {
        return tokenizer.tokenize(text, model.maxTokens());
    }
}
