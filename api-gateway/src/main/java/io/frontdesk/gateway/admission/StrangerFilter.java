package io.frontdesk.gateway.admission;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Routes that ask for no credential, such as signing in: whoever calls them counts for its address. Runs after authentication. */
public class StrangerFilter {
    private final Door door;

    StrangerFilter(Door door) {
        this.door = door;
    }

    /** Nothing, so that the request goes on; fails where the address has asked too often. */
    @ServerRequestFilter
    public Uni<Response> admit(RoutingContext request) {
        if (door.hasPassed(request) || !RouteClass.limits(request.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        return door.stranger(request).chain(() -> Uni.createFrom().nullItem());
    }
}
