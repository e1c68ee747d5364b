package io.frontdesk.kit.balancing;

import io.frontdesk.contracts.Headers;
import io.smallrye.stork.api.ServiceInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What instances say that are about to stop. */
public final class Leaving {
    private Leaving() {}

    /**
     * Leaves an instance out for a while where its reply says that it is about to stop.
     *
     * @param header gives the value of the reply's header with that name, or null
     */
    public static void heed(@Nullable ServiceInstance instance, UnaryOperator<@Nullable String> header) {
        if (instance instanceof ToldInstance told && header.apply(Headers.LEAVING) != null) {
            told.leave();
        }
    }

    /**
     * Whether a reply refuses a request for that alone, so that nothing was done with it.
     *
     * @param header as above
     */
    public static boolean isRefusal(int status, UnaryOperator<@Nullable String> header) {
        return status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode() && header.apply(Headers.LEAVING) != null;
    }

    /** The same of what a REST client fails with. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && isRefusal(answer.getResponse().getStatus(), answer.getResponse()::getHeaderString);
    }
}
