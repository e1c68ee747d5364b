package io.frontdesk.retrieval.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Onnx;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Pooling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A model's network on ONNX Runtime.
 *
 * <p>One session with one thread per run, used by several threads at once: measured on 2 cores, that makes as many vectors as
 * a session per thread, in half of the memory.
 *
 * <p>A quantised network chooses the scale of its numbers for all texts of a run together, so a text's vector depends a
 * little on the others: it is 0.997 similar to the one of the text alone, as near as to that of the network before it was
 * quantised.
 */
final class OnnxModel {
    private static final String TYPES = "token_type_ids";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Onnx model;
    private final boolean takesTypes;

    private OnnxModel(Onnx model, byte[] network) {
        this.model = model;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Plans of memory are kept per shape, and here each length of text is another shape.
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(network, options);
        } catch (OrtException e) {
            throw new IllegalStateException("embedding model %s does not load".formatted(model.name()), e);
        }
        takesTypes = session.getInputNames().contains(TYPES);
    }

    static OnnxModel load(Onnx model) {
        try (InputStream network = model.network().open()) {
            return new OnnxModel(model, network.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vectors of texts, each of at most as many tokens as the model takes. May be called by several threads at once. */
    List<Embedding> embed(List<long[]> texts) {
        int longest = texts.stream().mapToInt(text -> text.length).max().orElse(0);
        long[] tokens = new long[texts.size() * longest];
        long[] mask = new long[tokens.length];
        for (int i = 0; i < texts.size(); i++) {
            long[] text = texts.get(i);
            System.arraycopy(text, 0, tokens, i * longest, text.length);
            Arrays.fill(mask, i * longest, i * longest + text.length, 1);
        }
        long[] shape = {texts.size(), longest};
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("input_ids", tensor(tokens, shape));
            inputs.put("attention_mask", tensor(mask, shape));
            if (takesTypes) {
                inputs.put(TYPES, tensor(new long[tokens.length], shape));
            }
            return run(inputs, texts, longest);
        } catch (OrtException e) {
            throw new IllegalStateException("embedding model %s does not run".formatted(model.name()), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private List<Embedding> run(Map<String, OnnxTensor> inputs, List<long[]> texts, int longest) throws OrtException {
        try (var result = session.run(inputs)) {
            var tokens = (OnnxTensor) result.get(0);
            long[] shape = tokens.getInfo().getShape();
            if (shape.length != 3 || shape[2] != model.dimensions()) {
                throw new IllegalStateException("embedding model %s gives %s, not vectors of %d numbers for tokens"
                        .formatted(model.name(), Arrays.toString(shape), model.dimensions()));
            }
            FloatBuffer numbers = tokens.getFloatBuffer();
            return IntStream.range(0, texts.size())
                    .mapToObj(i -> pooled(numbers, i * longest, texts.get(i).length))
                    .map(Embedding::normalised)
                    .toList();
        }
    }

    /** Some multiple of the text's vector: the length does not matter. */
    private float[] pooled(FloatBuffer numbers, int firstToken, int tokens) {
        int dimensions = model.dimensions();
        float[] vector = new float[dimensions];
        numbers.get(firstToken * dimensions, vector);
        if (model.pooling() == Pooling.MEAN) {
            for (int at = dimensions; at < tokens * dimensions; at++) {
                vector[at % dimensions] += numbers.get(firstToken * dimensions + at);
            }
        }
        return vector;
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }
}
