package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredModelsTest {
    @Test
    void knowsTheBundledModelAndNoOther() {
        var models = models(Map.of());

        assertThat(models.named("bge-small-en-v1.5-q").dimensions()).isEqualTo(384);
        assertThatThrownBy(() -> models.named("other")).hasMessageContaining("[bge-small-en-v1.5-q]");
    }

    @Test
    void knowsModelsOfBothKindsBesideTheBundledOne() {
        var models = models(Map.of(
                "frontdesk.embedding.onnx.name", "own",
                "frontdesk.embedding.onnx.model-file", "own.onnx",
                "frontdesk.embedding.onnx.tokenizer-file", "tokenizer.json",
                "frontdesk.embedding.onnx.dimensions", "768",
                "frontdesk.embedding.onnx.query-prefix", "query: ",
                "frontdesk.embedding.further.next.remote.url", "https://models.example/v1",
                "frontdesk.embedding.further.next.remote.model", "large",
                "frontdesk.embedding.further.next.remote.dimensions", "1024",
                "frontdesk.embedding.further.next.remote.api-key", "secret"));

        assertThat(models.named("own")).isInstanceOfSatisfying(EmbeddingModel.Onnx.class, own -> {
            assertThat(own.pooling()).isEqualTo(EmbeddingModel.Pooling.MEAN);
            assertThat(own.maxTokens()).isEqualTo(512);
            assertThat(own.queryPrefix()).isEqualTo("query: ");
        });
        assertThat(models.named("large").dimensions()).isEqualTo(1024);
        assertThat(models.named("large").toString()).doesNotContain("secret");
    }

    @Test
    void saysWhatADescriptionLacks() {
        var lacking = Map.of("frontdesk.embedding.remote.url", "https://models.example/v1");

        assertThatThrownBy(() -> models(lacking)).hasMessageContaining("lacks its model");
    }

    @Test
    void refusesTwoModelsOfOneName() {
        var twice = Map.of(
                "frontdesk.embedding.remote.url", "https://models.example/v1",
                "frontdesk.embedding.remote.model", "bge-small-en-v1.5-q",
                "frontdesk.embedding.remote.dimensions", "384");

        assertThatThrownBy(() -> models(twice)).hasMessageContaining("two embedding models");
    }

    private static ConfiguredModels models(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(EmbeddingConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new ConfiguredModels(config.getConfigMapping(EmbeddingConfig.class));
    }
}
