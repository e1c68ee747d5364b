package io.frontdesk.gateway.upstream;

import io.frontdesk.kit.caller.CurrentCaller;
import jakarta.inject.Singleton;

/** The ingestion-service, for routes that only pass on. */
@Singleton
public class IngestionClient extends ServiceClient {
    IngestionClient(Upstream upstream, CurrentCaller caller) {
        super(UpstreamService.INGESTION, upstream, caller);
    }
}
