package io.frontdesk.gateway.upstream;

import io.frontdesk.kit.caller.CurrentCaller;
import jakarta.inject.Singleton;

/** The generation-service, for routes that only pass on. */
@Singleton
public class GenerationClient extends ServiceClient {
    GenerationClient(Upstream upstream, CurrentCaller caller) {
        super(UpstreamService.GENERATION, upstream, caller);
    }
}
