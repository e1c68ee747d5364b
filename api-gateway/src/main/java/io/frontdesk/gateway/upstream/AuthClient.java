package io.frontdesk.gateway.upstream;

import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** The auth-service, for routes that only pass on. */
@Singleton
public class AuthClient extends ServiceClient {
    AuthClient(Upstream upstream, CurrentCaller caller) {
        super(UpstreamService.AUTH, upstream, caller);
    }

    /** On behalf of nobody. */
    public Uni<Response> callOpenly(UpstreamRequest request) {
        return relay(request.interactively());
    }
}
