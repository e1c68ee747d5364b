package io.frontdesk.gateway.answers;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests the gateway believes to be running: what its shutdown waits for. */
@ApplicationScoped
public class OpenRequests {
    private final AtomicInteger open = new AtomicInteger();

    void register(@Observes Filters filters) {
        filters.register(this::count, 2_000);
    }

    private void count(RoutingContext context) {
        open.incrementAndGet();
        QuarkusRequestWrapper.get(context.request()).addRequestDoneHandler(done -> open.decrementAndGet());
        context.next();
    }

    public int count() {
        return open.get();
    }
}
