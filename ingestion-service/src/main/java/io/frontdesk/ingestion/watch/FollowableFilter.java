package io.frontdesk.ingestion.watch;

import io.frontdesk.contracts.Headers;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
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
        Long lastSeen = WatchResource.revision(request.getHeaderString(Headers.LAST_EVENT_ID));
        return id(request.getUriInfo().getPathParameters().getFirst("id"))
                .map(id -> watch.check(caller.get().tenantId(), id, lastSeen))
                .orElse(Uni.createFrom().voidItem());
    }

    /** Empty where it is none: the resource says so, as of every other. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
