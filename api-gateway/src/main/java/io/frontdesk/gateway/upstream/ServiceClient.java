package io.frontdesk.gateway.upstream;

import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Passes calls on to a service behind, which decides, and its replies back as they are. */
public abstract class ServiceClient {
    /** Before the path of a route here, that of the service's. */
    public static final String INTERNAL = "/internal";

    private final UpstreamService service;
    private final Upstream upstream;
    private final CurrentCaller caller;

    ServiceClient(UpstreamService service, Upstream upstream, CurrentCaller caller) {
        this.service = service;
        this.upstream = upstream;
        this.caller = caller;
    }

    /** On behalf of the caller. */
    public Uni<Response> call(UpstreamRequest request) {
        return relay(request.as(caller.get()));
    }

    /** On behalf of the caller; for what may be larger than is gathered. */
    public Uni<Response> download(UpstreamRequest request) {
        return upstream.open(service, request.accepting(MediaType.WILDCARD).as(caller.get()))
                .chain(reply -> reply.statusCode() == Response.Status.OK.getStatusCode()
                        ? Uni.createFrom().item(DownloadWriter.respond(new Download(reply.getDelegate())))
                        : upstream.whole(service, reply).map(RelayMapper::relay));
    }

    Uni<Response> relay(UpstreamRequest request) {
        return upstream.call(service, request).map(RelayMapper::relay);
    }
}
