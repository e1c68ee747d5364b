package io.frontdesk.gateway.upstream;

import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Passes calls on to the auth-service, which decides, and its replies back as they are. */
@ApplicationScoped
public class AuthClient {
    /** Before the path of a route here, that of the auth-service's. */
    public static final String INTERNAL = "/internal";

    private final Upstream upstream;
    private final CurrentCaller caller;

    AuthClient(Upstream upstream, CurrentCaller caller) {
        this.upstream = upstream;
        this.caller = caller;
    }

    /** On behalf of the caller. */
    public Uni<Response> call(UpstreamRequest request) {
        return callOpenly(request.as(caller.get()));
    }

    /** On behalf of nobody. */
    public Uni<Response> callOpenly(UpstreamRequest request) {
        return upstream.call(UpstreamService.AUTH, request).map(RelayMapper::relay);
    }
}
