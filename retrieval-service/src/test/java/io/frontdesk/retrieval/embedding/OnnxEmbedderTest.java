package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxEmbedderTest {
    private static final UUID TENANT = new UUID(0, 1);
    private static final String INSTRUCTION = "Find: ";
    private static final SimpleMeterRegistry METRICS = new SimpleMeterRegistry();
    private static final TwoLanes LANES = new TwoLanes("test", 2, 1_000);
    private static final OnnxEmbedder EMBEDDER =
            OnnxEmbedder.load(EmbeddingModel.Onnx.bundled(INSTRUCTION), LANES, EmbeddingMetrics.in(METRICS));
    private static final BgeSmallEnV15QuantizedEmbeddingModel REFERENCE = new BgeSmallEnV15QuantizedEmbeddingModel();

    @AfterAll
    static void close() {
        LANES.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "How long do I have to return a laptop?",
                "Crème brûlée für 12,50 € – 東京 😀",
                "Returns and refunds > How long you have\nYou can return a laptop within 30 days of delivery."
            })
    void makesTheVectorsOfTheReference(String text) {
        float[] reference = REFERENCE.embed(text).content().vector();

        Embedding embedding = EMBEDDER.embed(text);

        assertThat(embedding.boxed()).hasSize(384);
        assertThat(product(embedding.boxed(), reference)).isGreaterThan(0.999);
        assertThat(similarity(embedding, embedding)).isCloseTo(1, within(1e-5));
    }

    @Test
    void embedsPassagesInTheirOrderWhateverTheirLength() {
        List<String> texts = IntStream.range(0, 24)
                .mapToObj(i -> "parcel number " + i + " is lost".repeat((i * 7) % 11))
                .toList();

        List<Embedding> embeddings = now(EMBEDDER.passages(texts));

        assertThat(embeddings).hasSameSizeAs(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(similarity(embeddings.get(i), EMBEDDER.embed(texts.get(i))))
                    .as(texts.get(i))
                    .isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void embedsQuestionsThatComeTogetherAsThoughTheyCameAlone() {
        List<String> questions = IntStream.range(0, 64)
                .mapToObj(i -> "where is parcel number " + i + (i % 3 == 0 ? "?" : " that you sent me last week?"))
                .toList();

        List<Embedding> together = now(Uni.join()
                .all(questions.stream()
                        .map(question -> EMBEDDER.query(TENANT, question))
                        .toList())
                .andFailFast());

        for (int i = 0; i < questions.size(); i++) {
            assertThat(similarity(together.get(i), EMBEDDER.embed(INSTRUCTION + questions.get(i))))
                    .as(questions.get(i))
                    .isGreaterThan(0.98);
        }
        assertThat(METRICS.get("embedding.batch.size").summary().max()).isGreaterThan(1);
    }

    @Test
    void putsTheInstructionBeforeQuestionsOnly() {
        Embedding question = now(EMBEDDER.query(TENANT, "where is my parcel"));
        Embedding passage =
                now(EMBEDDER.passages(List.of("where is my parcel"))).getFirst();

        assertThat(similarity(question, EMBEDDER.embed(INSTRUCTION + "where is my parcel")))
                .isCloseTo(1, within(1e-5));
        assertThat(similarity(passage, EMBEDDER.embed("where is my parcel"))).isCloseTo(1, within(1e-5));
    }

    @Test
    void cutsATextThatIsLongerThanTheModelTakes() {
        Embedding long1 = EMBEDDER.embed("laptop ".repeat(600));
        Embedding long2 = EMBEDDER.embed("laptop ".repeat(600) + "and something else entirely");

        assertThat(similarity(long1, long2)).isCloseTo(1, within(1e-5));
    }

    @Test
    void measuresWhatItDoes() {
        long before =
                METRICS.get("embedding.duration").tag("kind", "query").timer().count();

        now(EMBEDDER.query(TENANT, "how much is shipping"));

        assertThat(METRICS.get("embedding.duration")
                        .tag("kind", "query")
                        .timer()
                        .count())
                .isEqualTo(before + 1);
    }

    private static <T> T now(Uni<T> vectors) {
        return vectors.await().atMost(Duration.ofSeconds(20));
    }

    private static double similarity(Embedding one, Embedding other) {
        Float[] values = other.boxed();
        float[] plain = new float[values.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values[i];
        }
        return product(one.boxed(), plain);
    }

    private static double product(Float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
