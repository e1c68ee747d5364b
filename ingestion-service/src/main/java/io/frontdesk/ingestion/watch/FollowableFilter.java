package io.frontdesk.ingestion.watch;

import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what cannot be followed. Quarkus sends the head of a stream before it asks for anything, and then it is too late: a
 * reader who finds the last place taken in between is cut off, and comes again.
 */
public class FollowableFilter {
    private final Watch watch;
    private final CurrentCaller caller;

    FollowableFilter(Watch watch, CurrentCaller caller) {
        this.watch = watch;
        this.caller = caller;
    }

    @ServerRequestFilter
    @FollowableResource
    public Uni<Void> check(ContainerRequestContext request) {
        Long lastSeen = WatchResource.revision(request.getHeaderString(WatchResource.LAST_EVENT_ID));
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        return isId(id)
                ? watch.check(caller.get().tenantId(), UUID.fromString(id), lastSeen)
                : Uni.createFrom().voidItem();
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).version() > 0;
        } catch (IllegalArgumentException e) {
            // The resource says so, as of every other id.
            return false;
        }
    }
}
