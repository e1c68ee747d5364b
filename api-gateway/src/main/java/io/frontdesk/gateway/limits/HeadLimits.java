package io.frontdesk.gateway.limits;

import io.frontdesk.contracts.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses heads that are too large, and says so. The HTTP server takes somewhat more ({@code quarkus.http.limits}), since it refuses
 * with a status alone.
 */
@ApplicationScoped
public class HeadLimits {
    /** Once browsers are told that they may read the refusal; a preflight of what is too long has to succeed for that. */
    private static final int EARLY = 995;

    private final LimitsConfig config;

    HeadLimits(LimitsConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > config.maxUriLength()) {
            Refusal.send(request, ProblemType.URI_TOO_LONG);
        } else if (size(request.headers()) > config.maxHeaderBytes()) {
            Refusal.send(request, ProblemType.HEADERS_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static int size(MultiMap headers) {
        int size = 0;
        for (var header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }
}
