package io.frontdesk.gateway.limits;

import io.frontdesk.contracts.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Gives up on bodies that do not come to their end. They are held in memory meanwhile, and a client that sends a byte now and then is
 * never idle. Uploads are not held, and have a time of their own.
 */
@ApplicationScoped
public class SlowBodies {
    /** Before everything that may wait for the body. */
    private static final int EARLY = 950;

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Vertx vertx;
    private final long patience;

    SlowBodies(Vertx vertx, LimitsConfig config) {
        this.vertx = vertx;
        this.patience = config.jsonPatience().toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!WITHOUT_BODY.contains(request.method()) && !isUpload(request)) {
            long timer = vertx.setTimer(patience, time -> giveUpOn(request));
            context.addEndHandler(ended -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    private static boolean isUpload(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/");
    }

    private static void giveUpOn(HttpServerRequest request) {
        if (!request.isEnded() && !request.response().headWritten()) {
            Refusal.send(request, ProblemType.REQUEST_TIMEOUT);
        }
    }
}
