package io.frontdesk.gateway.upstream;

import io.frontdesk.kit.caller.CurrentCaller;
import jakarta.inject.Singleton;

/** The retrieval-service, for routes that only pass on. */
@Singleton
public class RetrievalClient extends ServiceClient {
    RetrievalClient(Upstream upstream, CurrentCaller caller) {
        super(UpstreamService.RETRIEVAL, upstream, caller);
    }
}
