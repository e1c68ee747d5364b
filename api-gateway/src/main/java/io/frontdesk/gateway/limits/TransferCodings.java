package io.frontdesk.gateway.limits;

import io.frontdesk.contracts.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses transfer codings other than {@code chunked} (RFC 9112, section 6.1). The HTTP server takes them for none; for a proxy that knows
 * them, the body would end elsewhere.
 */
@ApplicationScoped
public class TransferCodings {
    /** Once the request has its id, and before everything that may answer, preflights too. No browser sends such a request. */
    private static final int EARLY = 998;

    private static final String CHUNKED = "chunked";

    void register(@Observes Filters filters) {
        filters.register(TransferCodings::look, EARLY);
    }

    private static void look(RoutingContext context) {
        String coding = context.request().getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (coding == null || coding.equalsIgnoreCase(CHUNKED)) {
            context.next();
        } else {
            Refusal.send(context.request(), ProblemType.MALFORMED_REQUEST);
        }
    }
}
