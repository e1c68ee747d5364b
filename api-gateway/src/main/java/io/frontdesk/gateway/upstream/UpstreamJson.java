package io.frontdesk.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.frontdesk.kit.json.JsonConventions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import java.io.IOException;

/**
 * How replies of the services behind are read: leniently, so that a newer service may say more than this gateway knows. What
 * clients send is read by Quarkus's own mapper, which refuses unknown fields.
 */
public final class UpstreamJson {
    private static final ObjectMapper MAPPER = JsonConventions.mapper();

    private UpstreamJson() {}

    /**
     * Reads JSON.
     *
     * @throws DecodeException where it is none, or not of this type
     */
    public static <T> T read(Buffer json, Class<T> type) {
        ObjectReader reader = MAPPER.readerFor(type);
        try {
            return reader.readValue(json.getBytes());
        } catch (IOException e) {
            throw new DecodeException("not a " + type.getSimpleName(), e);
        }
    }

    /** Writes JSON. */
    public static Buffer write(Object value) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new IllegalStateException("a record of ours cannot be written", e);
        }
    }
}
