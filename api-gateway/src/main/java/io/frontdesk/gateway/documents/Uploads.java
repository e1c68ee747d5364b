package io.frontdesk.gateway.documents;

import io.frontdesk.gateway.limits.LimitsConfig;
import io.frontdesk.gateway.problem.GatewayError;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Passes an upload on as it comes, without gathering it: a slow service behind slows the client down. */
@ApplicationScoped
class Uploads {
    /** As long as a client with a slow line needs: 25 MB at 2 Mbit/s. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LimitsConfig limits;

    Uploads(LimitsConfig limits) {
        this.limits = limits;
    }

    /** What is sent on of an upload; fails where that is too much, or breaks off. */
    UpstreamRequest onward(String path, HttpServerRequest incoming) {
        String declared = incoming.getHeader(HttpHeaders.CONTENT_LENGTH);
        requireFits(declared == null ? 0 : Long.parseLong(declared));
        var received = new AtomicLong();
        Multi<Buffer> parts = io.vertx.mutiny.core.http.HttpServerRequest.newInstance(incoming)
                .toMulti()
                .onFailure()
                .transform(GatewayError.Abandoned::new)
                .invoke(part -> requireFits(received.addAndGet(part.length())));
        return UpstreamRequest.stream(path, incoming.getHeader(HttpHeaders.CONTENT_TYPE), parts)
                .within(PATIENCE);
    }

    private void requireFits(long bytes) {
        if (bytes > limits.maxUploadBytes()) {
            throw new GatewayError.BodyTooLarge(limits.maxUploadBytes());
        }
    }
}
