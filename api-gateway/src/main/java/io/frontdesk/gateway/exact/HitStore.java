package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.GivenAgain;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where generation-service finds what was given again. */
interface HitStore {
    /** Hands these over. Where it fails, some may have been, and all may be handed over again. */
    Uni<Void> append(List<GivenAgain> hits);
}
