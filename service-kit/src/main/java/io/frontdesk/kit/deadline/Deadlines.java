package io.frontdesk.kit.deadline;

import io.frontdesk.contracts.Headers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** The deadlines of requests, from when they arrive. */
@ApplicationScoped
public class Deadlines {
    private static final String KEY = Deadline.class.getName();

    /** After the request has its name: all that takes time, counts. */
    private static final int ORDER = 990;

    void register(@Observes Filters filters) {
        filters.register(Deadlines::note, ORDER);
    }

    private static void note(RoutingContext context) {
        String told = context.request().getHeader(Headers.TIME_LEFT);
        if (told != null) {
            Deadline.told(told, System::nanoTime).ifPresent(deadline -> ContextLocals.put(KEY, deadline));
        }
        context.next();
    }

    /**
     * The deadline of the request at hand. To be asked for where its work begins: what goes on after others were waited for may go on in
     * the midst of another request.
     */
    public static Optional<Deadline> current() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(KEY) : Optional.empty();
    }

    /** Work for the request at hand, held to its deadline where it has one. */
    public static <T> Uni<T> within(Uni<T> work) {
        return current().map(deadline -> deadline.hold(work)).orElse(work);
    }
}
