package io.frontdesk.kit.request;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id, answers it as a header, and puts it into the log context. */
@ApplicationScoped
public class RequestIds {
    private static final String MDC_KEY = "request_id";

    /** Visible ASCII without quotes or backslashes, so that an id can stand in logs and headers as it is. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:/=+@-]{1,128}");

    /** Before everything that may answer: security, routes, REST. */
    private static final int FIRST = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIds::identify, FIRST);
    }

    /** The id of the request at hand, or null where there is none. */
    public static @Nullable String current() {
        return (String) MDC.get(MDC_KEY);
    }

    private static void identify(RoutingContext context) {
        String given = context.request().getHeader(Headers.REQUEST_ID);
        String id = given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : Ids.next().toString();
        MDC.put(MDC_KEY, id);
        context.response().putHeader(Headers.REQUEST_ID, id);
        context.next();
    }
}
