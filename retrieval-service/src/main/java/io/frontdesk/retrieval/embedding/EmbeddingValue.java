package io.frontdesk.retrieval.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A vector as bytes, behind what it is of: so that a reply to somebody else's question is found out. Layout, big endian: 1 for
 * this layout, tenant (16 bytes), hash of the text (32 bytes), length of the model's name (2 bytes), name, then a half
 * precision number (IEEE 754 binary16) for each dimension, which is what the index compares with.
 */
final class EmbeddingValue {
    private static final byte LAYOUT = 1;

    private EmbeddingValue() {}

    static byte[] encode(QueryKey key, Embedding embedding) {
        byte[] head = head(key);
        float[] numbers = embedding.vector();
        var value =
                ByteBuffer.allocate(head.length + numbers.length * Short.BYTES).put(head);
        for (float number : numbers) {
            value.putShort(Float.floatToFloat16(number));
        }
        return value.array();
    }

    /** The vector in a value, if it is one of this question and of this many numbers. */
    static Optional<Embedding> decode(QueryKey key, int dimensions, byte[] value) {
        byte[] head = head(key);
        if (value.length != head.length + dimensions * Short.BYTES
                || !Arrays.equals(value, 0, head.length, head, 0, head.length)) {
            return Optional.empty();
        }
        var rest = ByteBuffer.wrap(value, head.length, value.length - head.length);
        float[] numbers = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            numbers[i] = Float.float16ToFloat(rest.getShort());
        }
        return Optional.of(Embedding.normalised(numbers));
    }

    private static byte[] head(QueryKey key) {
        byte[] hash = HexFormat.of().parseHex(key.textHash());
        byte[] model = key.model().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + hash.length + Short.BYTES + model.length)
                .put(LAYOUT)
                .putLong(key.tenant().getMostSignificantBits())
                .putLong(key.tenant().getLeastSignificantBits())
                .put(hash)
                .putShort((short) model.length)
                .put(model)
                .array();
    }
}
