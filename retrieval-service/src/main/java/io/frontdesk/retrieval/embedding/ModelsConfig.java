package io.frontdesk.retrieval.embedding;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Models beside the bundled one. */
interface ModelsConfig {
    /** A model from files, whose tokenizer must be WordPiece. */
    OnnxConfig onnx();

    /** A model behind OpenAI's protocol. */
    RemoteConfig remote();

    interface OnnxConfig {
        /** The name of the model, and of the index; there is no such model where absent, and all files are required where present. */
        Optional<String> name();

        /** The network, which takes {@code input_ids} and {@code attention_mask} and gives the vectors of all tokens. */
        Optional<Path> modelFile();

        /** The {@code tokenizer.json} that belongs to it. */
        Optional<Path> tokenizerFile();

        OptionalInt dimensions();

        @WithDefault("512")
        int maxTokens();

        /** {@code cls} or {@code mean}, as the model was trained. */
        @WithDefault("mean")
        EmbeddingModel.Pooling pooling();

        /** Such as {@code query: }, the space at its end included. */
        Optional<String> queryPrefix();

        Optional<String> passagePrefix();
    }

    interface RemoteConfig {
        /** Of the API, without {@code /embeddings}: {@code https://api.openai.com/v1}. There is no such model where absent. */
        Optional<URI> url();

        Optional<String> apiKey();

        /** As the other side calls it, and the name of the index. */
        Optional<String> model();

        /** Vectors of another length are refused. */
        OptionalInt dimensions();

        Optional<String> queryPrefix();

        Optional<String> passagePrefix();

        /** How many texts a request holds at most. */
        @WithDefault("64")
        int batchSize();

        /** How long one request may take. */
        @WithDefault("PT10S")
        Duration timeout();

        /** How often a request is repeated after 429, 5xx or no answer. */
        @WithDefault("3")
        int retries();

        /** How long the pauses before repetitions of one request may be together; a {@code Retry-After} beyond is not waited for. */
        @WithDefault("PT15S")
        Duration patience();
    }
}
