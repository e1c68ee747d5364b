package io.frontdesk.gateway.upstream;

import io.frontdesk.gateway.problem.GatewayError;
import io.vertx.core.json.DecodeException;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole reply of a service behind.
 *
 * @param headers those that are meant for the client
 */
public record UpstreamReply(String service, int status, Map<String, String> headers, Buffer body) {
    private static final List<String> FOR_CLIENTS =
            List.of("Content-Type", "Cache-Control", "Location", "Retry-After", "WWW-Authenticate");

    static UpstreamReply of(UpstreamService service, HttpClientResponse response, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        for (String name : FOR_CLIENTS) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new UpstreamReply(service.serviceName(), response.statusCode(), headers, body);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /**
     * The body of a success as a record.
     *
     * @throws GatewayError.Broken where it is none
     */
    public <T> T as(Class<T> type) {
        try {
            return UpstreamJson.read(body.getDelegate(), type);
        } catch (DecodeException e) {
            throw new GatewayError.Broken(service, "answered what cannot be read", e);
        }
    }
}
