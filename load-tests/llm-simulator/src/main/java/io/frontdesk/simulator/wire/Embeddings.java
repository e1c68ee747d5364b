package io.frontdesk.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** The reply of {@code POST /v1/embeddings}. */
public final class Embeddings {
    private final ObjectNode json;
    private final boolean base64;

    public Embeddings(EmbeddingRequest request, int promptTokens) {
        base64 = request.base64();
        json = Json.object().put("object", "list").put("model", request.model());
        json.putArray("data");
        json.putObject("usage").put("prompt_tokens", promptTokens).put("total_tokens", promptTokens);
    }

    public void add(float[] vector) {
        var data = json.withArray("data");
        var item = data.addObject().put("object", "embedding").put("index", data.size() - 1);
        if (base64) {
            item.put("embedding", base64(vector));
        } else {
            var numbers = item.putArray("embedding");
            for (float number : vector) {
                numbers.add(number);
            }
        }
    }

    public ObjectNode json() {
        return json;
    }

    private static String base64(float[] vector) {
        var bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
