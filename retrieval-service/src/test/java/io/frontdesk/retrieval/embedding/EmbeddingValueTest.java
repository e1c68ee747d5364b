package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EmbeddingValueTest {
    private static final UUID TENANT = new UUID(3, 4);
    private static final EmbeddingModel MODEL = EmbeddingModel.Onnx.bundled("");
    private static final QueryKey KEY = QueryKey.of(TENANT, MODEL, "where");
    private static final Embedding EMBEDDING = Embedding.normalised(new float[] {0.3f, -4, 1e-3f});
    private static final byte[] VALUE = EmbeddingValue.encode(KEY, EMBEDDING);

    @Test
    void comesBackAsItWasKept() {
        assertThat(EmbeddingValue.decode(KEY, 3, VALUE)).hasValueSatisfying(read -> assertThat(read.vector())
                .containsExactly(EMBEDDING.vector(), within(1e-3f)));
    }

    @Test
    void isNoAnswerToAnotherQuestion() {
        List<QueryKey> others = List.of(
                QueryKey.of(new UUID(3, 5), MODEL, "where"),
                QueryKey.of(TENANT, MODEL, "when"),
                new QueryKey(TENANT, "bge-small-en-v1.6-q", KEY.textHash()));

        assertThat(others).allSatisfy(other -> assertThat(EmbeddingValue.decode(other, 3, VALUE))
                .isEmpty());
    }

    @Test
    void isNothingWhereItIsCutOrOfAnotherLength() {
        assertThat(EmbeddingValue.decode(KEY, 4, VALUE)).isEmpty();
        for (int length = 0; length < VALUE.length; length++) {
            assertThat(EmbeddingValue.decode(KEY, 3, Arrays.copyOf(VALUE, length)))
                    .isEmpty();
        }
    }
}
