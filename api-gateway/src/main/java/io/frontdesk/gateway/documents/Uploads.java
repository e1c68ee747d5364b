package io.frontdesk.gateway.documents;

import io.frontdesk.gateway.idempotency.PassingPayload;
import io.frontdesk.gateway.limits.LimitedBody;
import io.frontdesk.gateway.limits.LimitsConfig;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Passes an upload on as it comes, without gathering it: a slow service behind slows the client down. */
@ApplicationScoped
class Uploads {
    /** As long as a client with a slow line needs: 25 MB at 2 Mbit/s. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LimitsConfig limits;
    private final PassingPayload payload;

    Uploads(LimitsConfig limits, PassingPayload payload) {
        this.limits = limits;
        this.payload = payload;
    }

    /** What is sent on of an upload; fails where that is too much, or breaks off. */
    UpstreamRequest onward(String path, HttpServerRequest incoming) {
        String declared = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && Long.parseLong(declared) > limits.maxUploadBytes()) {
            throw new GatewayError.BodyTooLarge(limits.maxUploadBytes());
        }
        var body = new LimitedBody(incoming, limits.maxUploadBytes(), payload.witness());
        return UpstreamRequest.stream(path, incoming.getHeader(HttpHeaders.CONTENT_TYPE), body)
                .within(PATIENCE);
    }
}
