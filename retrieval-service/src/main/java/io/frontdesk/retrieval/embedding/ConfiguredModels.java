package io.frontdesk.retrieval.embedding;

import io.frontdesk.retrieval.embedding.EmbeddingModel.Source;
import io.frontdesk.retrieval.embedding.ModelsConfig.OnnxConfig;
import io.frontdesk.retrieval.embedding.ModelsConfig.RemoteConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The models that there are. */
final class ConfiguredModels {
    private final Map<String, EmbeddingModel> models = new HashMap<>();

    ConfiguredModels(EmbeddingConfig config) {
        add(EmbeddingModel.Onnx.bundled(config.queryInstruction().orElse("")));
        addDescribed(config);
        config.further().values().forEach(this::addDescribed);
    }

    boolean has(String name) {
        return models.containsKey(name);
    }

    EmbeddingModel named(String name) {
        EmbeddingModel model = models.get(name);
        if (model == null) {
            throw new IllegalArgumentException("no embedding model %s is configured; there are %s"
                    .formatted(name, new TreeSet<>(models.keySet())));
        }
        return model;
    }

    private void addDescribed(ModelsConfig described) {
        described.onnx().name().map(name -> onnx(name, described.onnx())).ifPresent(this::add);
        described.remote().url().map(url -> remote(url, described.remote())).ifPresent(this::add);
    }

    private void add(EmbeddingModel model) {
        if (models.putIfAbsent(model.name(), model) != null) {
            throw new IllegalArgumentException("two embedding models are named " + model.name());
        }
    }

    private static EmbeddingModel onnx(String name, OnnxConfig config) {
        return new EmbeddingModel.Onnx(
                name,
                required(name, "dimensions", config.dimensions()),
                config.maxTokens(),
                config.pooling(),
                config.queryPrefix().orElse(""),
                config.passagePrefix().orElse(""),
                Source.file(required(name, "model-file", config.modelFile())),
                Source.file(required(name, "tokenizer-file", config.tokenizerFile())));
    }

    private static EmbeddingModel remote(URI url, RemoteConfig config) {
        String name = required(url, "model", config.model());
        return new EmbeddingModel.Remote(
                name,
                required(name, "dimensions", config.dimensions()),
                config.queryPrefix().orElse(""),
                config.passagePrefix().orElse(""),
                url,
                config.apiKey(),
                config.batchSize(),
                config.timeout(),
                config.retries(),
                config.patience());
    }

    private static <T> T required(Object model, String key, Optional<T> value) {
        return value.orElseThrow(
                () -> new IllegalArgumentException("embedding model %s lacks its %s".formatted(model, key)));
    }

    private static int required(Object model, String key, OptionalInt value) {
        return required(model, key, value.stream().boxed().findFirst());
    }
}
