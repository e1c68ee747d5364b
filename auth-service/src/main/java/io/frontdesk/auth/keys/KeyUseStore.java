package io.frontdesk.auth.keys;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Keeps when keys of any tenants were last used. */
public interface KeyUseStore {
    /** Keeps these times, except where later ones are known. */
    Uni<Void> save(Map<UUID, Instant> lastUses);
}
