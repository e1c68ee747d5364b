package io.frontdesk.gateway.upstream;

import jakarta.ws.rs.core.Response;

/** Replies of the services behind as responses, for routes that only pass on. */
public final class RelayMapper {
    private RelayMapper() {}

    public static Response relay(UpstreamReply reply) {
        var response = Response.status(reply.status());
        reply.headers().forEach(response::header);
        if (reply.body().length() > 0) {
            response.entity(reply.body().getBytes());
        }
        return response.build();
    }
}
