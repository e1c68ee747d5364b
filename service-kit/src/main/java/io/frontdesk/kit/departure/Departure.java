package io.frontdesk.kit.departure;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Stops taking requests in two steps, before anything else is stopped. While it leaves, everything is served, and every reply says
 * {@link Headers#LEAVING}; readiness is down. When it is closed, what is new is refused by the same word, and what runs may end.
 *
 * <p>Quarkus would refuse by a header that HTTP/2 does not allow, which callers cannot tell from a broken stream.
 */
@ApplicationScoped
public class Departure {
    private static final Logger LOG = Logger.getLogger(Departure.class);

    /** After the request has its name, before all that may answer it. */
    private static final int ORDER = 900;

    /** After all others who are told of it: this takes its time. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final DepartureConfig config;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean leaving;
    private volatile boolean closed;

    Departure(DepartureConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        // What tells the end of a request is not there while developing.
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            filters.register(this::pass, ORDER);
        }
    }

    void depart(@Observes @Priority(LAST) ShutdownDelayInitiatedEvent stopping) {
        try {
            leave();
            Thread.sleep(config.delay());
            close();
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this instance is about to stop. */
    public boolean isLeaving() {
        return leaving;
    }

    void leave() {
        leaving = true;
    }

    void close() {
        closed = true;
    }

    private void drain() throws InterruptedException {
        long until = System.nanoTime() + config.grace().toNanos();
        while (running.get() > 0 && System.nanoTime() < until) {
            Thread.sleep(LOOK);
        }
        int left = running.get();
        if (left > 0) {
            LOG.warnf("%d requests have not ended within %s, and are cut off", left, config.grace());
        }
    }

    private void pass(RoutingContext context) {
        running.incrementAndGet();
        QuarkusRequestWrapper.get(context.request()).addRequestDoneHandler(done -> running.decrementAndGet());
        if (leaving) {
            sayGoodbye(context);
        }
        if (closed) {
            refuse(context.response());
        } else {
            context.next();
        }
    }

    private static void sayGoodbye(RoutingContext context) {
        context.response().putHeader(Headers.LEAVING, "true");
        if (context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static void refuse(HttpServerResponse response) {
        var problem = Problem.of(ProblemType.UNAVAILABLE, "this instance is about to stop");
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.RETRY_AFTER, "1")
                .end(new JsonObject(problem.members()).toBuffer());
    }
}
