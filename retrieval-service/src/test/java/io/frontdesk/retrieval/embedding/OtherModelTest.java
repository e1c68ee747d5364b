package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Onnx;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Pooling;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that was configured, and is not the bundled one. */
class OtherModelTest {
    private static final String NAME = "all-minilm-l6-v2-q";

    @Test
    void makesTheVectorsOfItsReferenceFromFiles(@TempDir Path folder) throws Exception {
        String text = "You can return a laptop within 30 days of delivery.";
        float[] reference =
                new AllMiniLmL6V2QuantizedEmbeddingModel().embed(text).content().vector();
        var model = model(
                384,
                Source.file(copied(folder, NAME + ".onnx")),
                Source.file(copied(folder, NAME + "-tokenizer.json")));

        float[] vector = embedder(model).embed(text).vector();

        double similarity = 0;
        for (int i = 0; i < vector.length; i++) {
            similarity += (double) vector[i] * reference[i];
        }
        assertThat(similarity).isGreaterThan(0.999);
    }

    @Test
    void isRefusedWhereItsVectorsHaveAnotherLength() {
        var model = model(512, Source.resource(NAME + ".onnx"), Source.resource(NAME + "-tokenizer.json"));

        assertThatThrownBy(() -> embedder(model)).hasMessageContaining("not vectors of 512 numbers");
    }

    private static Onnx model(int dimensions, Source network, Source tokenizer) {
        return new Onnx(NAME, dimensions, 256, Pooling.MEAN, "", "", network, tokenizer);
    }

    private static OnnxEmbedder embedder(Onnx model) {
        try (var lanes = new TwoLanes("test", 1, 10)) {
            return OnnxEmbedder.load(model, lanes, EmbeddingMetrics.in(new SimpleMeterRegistry()));
        }
    }

    private static Path copied(Path folder, String resource) throws Exception {
        try (var from = Source.resource(resource).open()) {
            Path to = folder.resolve(resource);
            Files.copy(from, to);
            return to;
        }
    }
}
