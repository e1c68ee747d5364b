package io.frontdesk.retrieval.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * BAAI/bge-small-en-v1.5, quantised to int8, on ONNX Runtime: the vector of a text is that of its first token, normalised.
 *
 * <p>One session with one thread per run, used by several threads at once, one text per run: measured on 2 cores, that makes
 * as many vectors as a session per thread, in half of the memory, and texts of different lengths need no padding. Running
 * several texts at once gains nothing from about 100 tokens on.
 */
final class OnnxModel {
    static final String NAME = "bge-small-en-v1.5-q";
    static final int DIMENSIONS = 384;
    static final int MAX_TOKENS = 512;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private OnnxModel(byte[] model) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Plans of memory are kept per shape, and here each length of text is another shape.
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model does not load", e);
        }
    }

    static OnnxModel load() {
        try (InputStream model = resource(NAME + ".onnx")) {
            return new OnnxModel(model.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tokenizer that the model was trained with. */
    static WordPieceTokenizer tokenizer() {
        try (InputStream tokenizer = resource(NAME + "-tokenizer.json")) {
            return new WordPieceTokenizer(Vocabulary.read(tokenizer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Objects.requireNonNull(loader.getResourceAsStream(name), name);
    }

    /** The vector of one text, of at most {@link #MAX_TOKENS} tokens. May be called by several threads at once. */
    Embedding embed(long[] tokens) {
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        try (var ids = tensor(tokens);
                var mask = tensor(ones);
                var types = tensor(new long[tokens.length]);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            float[] first = new float[DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
            return Embedding.normalised(first);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model does not run", e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }
}
