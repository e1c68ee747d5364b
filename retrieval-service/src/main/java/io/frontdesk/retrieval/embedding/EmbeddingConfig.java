package io.frontdesk.retrieval.embedding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How texts become vectors. */
@ConfigMapping(prefix = "frontdesk.embedding")
interface EmbeddingConfig extends ModelsConfig {
    /** The model of the index, by its name: the bundled one, or one that is described by {@code onnx} or {@code remote}. */
    @WithDefault("bge-small-en-v1.5-q")
    String model();

    /** Threads that embed questions, each of which keeps a core busy; as many as there are cores where absent. */
    OptionalInt threads();

    /** How many texts may wait, questions and passages apart, before further ones are answered 503. */
    @WithDefault("2048")
    int maxWaiting();

    /**
     * What is put before questions for the bundled model, not before passages. None, since the one that the model knows
     * ("Represent this sentence for searching relevant passages: ") finds fewer first passages of the sample documents, 32 of
     * 40 instead of 36.
     */
    Optional<String> queryInstruction();

    /** How many vectors of questions are remembered in this process; each takes about 2 KB. */
    @WithDefault("10000")
    int cacheSize();

    /** How long the vector of a question is remembered, here and in Redis. */
    @WithDefault("PT24H")
    Duration cacheLifetime();

    /**
     * Models beside {@link #onnx} and {@link #remote}, such as the one that the index is moving to or from: {@code
     * frontdesk.embedding.further.next.remote.url=…}, under any word.
     */
    Map<String, ModelsConfig> further();
}
