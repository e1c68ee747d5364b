package io.frontdesk.retrieval.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Embeds in this process, each text in one piece of work: texts beyond the model's length lose their end. */
final class OnnxEmbedder implements Embedder, AutoCloseable {
    private final WordPieceTokenizer tokenizer;
    private final OnnxModel model;
    private final TwoLanes lanes;
    private final String queryInstruction;
    private final Timer queries;
    private final Timer passages;

    /**
     * Makes an embedder.
     *
     * @param queryInstruction put before questions, not before passages
     */
    OnnxEmbedder(
            WordPieceTokenizer tokenizer,
            OnnxModel model,
            TwoLanes lanes,
            String queryInstruction,
            MeterRegistry metrics) {
        this.tokenizer = tokenizer;
        this.model = model;
        this.lanes = lanes;
        this.queryInstruction = queryInstruction;
        this.queries = timer(metrics, "query");
        this.passages = timer(metrics, "passage");
        metrics.gauge("embedding.waiting", lanes, TwoLanes::waiting);
    }

    private static Timer timer(MeterRegistry metrics, String kind) {
        return Timer.builder("embedding.duration")
                .description("Time to make the vector of one text, without waiting")
                .tag("kind", kind)
                .publishPercentileHistogram()
                .register(metrics);
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text) {
        return lanes.urgent(() -> queries.record(() -> embed(queryInstruction + text)));
    }

    @Override
    public Uni<List<Embedding>> passages(List<String> texts) {
        return Uni.join().all(texts.stream().map(this::passage).toList()).andFailFast();
    }

    private Uni<Embedding> passage(String text) {
        return lanes.bulk(() -> passages.record(() -> embed(text)));
    }

    /** Embeds on the calling thread. */
    Embedding embed(String text) {
        return model.embed(tokenizer.tokenize(text, OnnxModel.MAX_TOKENS));
    }

    @Override
    public void close() {
        lanes.close();
    }
}
