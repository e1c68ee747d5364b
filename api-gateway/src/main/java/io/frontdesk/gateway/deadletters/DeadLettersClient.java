package io.frontdesk.gateway.deadletters;

import io.frontdesk.gateway.upstream.IngestionClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Passes calls on to the ingestion-service, and its replies back as they are. */
@ApplicationScoped
class DeadLettersClient {
    /** Hundreds of letters are replayed one after the other. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final IngestionClient ingestion;

    DeadLettersClient(IngestionClient ingestion) {
        this.ingestion = ingestion;
    }

    Uni<Response> call(UpstreamRequest request) {
        return ingestion.call(request);
    }

    Uni<Response> replay(UpstreamRequest request) {
        return call(request.within(PATIENCE));
    }

    Uni<Response> download(UpstreamRequest request) {
        return ingestion.download(request);
    }
}
