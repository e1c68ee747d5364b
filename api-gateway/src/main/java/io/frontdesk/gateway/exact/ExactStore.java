package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.reuse.KeptAnswer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** Where answers that may be given again are read. */
interface ExactStore {
    /**
     * The answer under a key; nothing where there is none, or it was withdrawn.
     *
     * @param lifetime that it has from now on at least
     */
    Uni<Optional<KeptAnswer>> find(String key, Duration lifetime);
}
