package io.frontdesk.gateway.deadletters;

import io.frontdesk.gateway.upstream.Download;
import io.frontdesk.gateway.upstream.IngestionClient;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Passes calls on to the ingestion-service, and its replies back as they are. */
@ApplicationScoped
class DeadLettersClient {
    /** Hundreds of letters are replayed one after the other. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final IngestionClient ingestion;
    private final Upstream upstream;
    private final CurrentCaller caller;

    DeadLettersClient(IngestionClient ingestion, Upstream upstream, CurrentCaller caller) {
        this.ingestion = ingestion;
        this.upstream = upstream;
        this.caller = caller;
    }

    Uni<Response> call(UpstreamRequest request) {
        return ingestion.call(request);
    }

    Uni<Response> replay(UpstreamRequest request) {
        return call(request.within(PATIENCE));
    }

    /** What may be larger than is gathered. */
    Uni<Response> download(String path) {
        var request = UpstreamRequest.get(path).accepting("*/*").as(caller.get());
        return upstream.open(UpstreamService.INGESTION, request)
                .chain(reply -> reply.statusCode() == Response.Status.OK.getStatusCode()
                        ? Uni.createFrom().item(passedOn(reply))
                        : upstream.whole(UpstreamService.INGESTION, reply).map(RelayMapper::relay));
    }

    /** Never shown as what it says it is: it comes from strangers. */
    private static Response passedOn(HttpClientResponse reply) {
        return Response.ok(new Download(reply.getDelegate()), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
