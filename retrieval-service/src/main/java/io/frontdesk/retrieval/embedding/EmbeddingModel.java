package io.frontdesk.retrieval.embedding;

import io.frontdesk.kit.tokenizer.TokenizerFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What makes vectors of texts. Vectors of two models cannot be compared, so an index is of one of them, by its name. */
public sealed interface EmbeddingModel {
    String name();

    /** How many numbers its vectors have. */
    int dimensions();

    /** What is put before questions. */
    String queryPrefix();

    /** What is put before passages. */
    String passagePrefix();

    /**
     * Runs in this process.
     *
     * @param maxTokens how much of a text it reads, the two tokens around it included
     */
    record Onnx(
            String name,
            int dimensions,
            int maxTokens,
            Pooling pooling,
            String queryPrefix,
            String passagePrefix,
            Source network,
            Source tokenizer)
            implements EmbeddingModel {
        static final String BUNDLED = "bge-small-en-v1.5-q";

        /** BAAI/bge-small-en-v1.5, quantised to int8: English. */
        static Onnx bundled(String queryPrefix) {
            return new Onnx(
                    BUNDLED,
                    384,
                    512,
                    Pooling.CLS,
                    queryPrefix,
                    "",
                    Source.resource(BUNDLED + ".onnx"),
                    TokenizerFile::bundled);
        }
    }

    /**
     * Is asked over OpenAI's protocol.
     *
     * @param url of its embeddings
     * @param batchSize how many texts a request holds at most
     * @param timeout for one request
     * @param retries how often a request is repeated that may succeed later
     * @param patience how long the waiting between all repetitions may take
     */
    record Remote(
            String name,
            int dimensions,
            String queryPrefix,
            String passagePrefix,
            URI url,
            Optional<String> apiKey,
            int batchSize,
            Duration timeout,
            int retries,
            Duration patience)
            implements EmbeddingModel {
        /** Keeps the key out of logs. */
        @Override
        public String toString() {
            return "Remote[name=%s, dimensions=%d, url=%s]".formatted(name, dimensions, url);
        }
    }

    /** How the vectors of a text's tokens become the vector of the text. */
    enum Pooling {
        /** It is that of the first token. */
        CLS,
        /** It is the middle of all. */
        MEAN
    }

    /** Where something is read from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;

        static Source file(Path path) {
            return () -> Files.newInputStream(path);
        }

        static Source resource(String name) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return () -> Objects.requireNonNull(loader.getResourceAsStream(name), name);
        }
    }
}
