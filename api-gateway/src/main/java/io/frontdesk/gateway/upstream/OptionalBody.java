package io.frontdesk.gateway.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads the body of a route that can do without one, as strictly as any other. */
@ApplicationScoped
public class OptionalBody {
    private final ObjectMapper mapper;

    OptionalBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What the body says, or what holds where there is none. */
    public <T> T read(byte[] body, Class<T> type, T absent) throws IOException {
        if (body.length == 0) {
            return absent;
        }
        T read = mapper.readValue(body, type);
        return read == null ? absent : read;
    }
}
