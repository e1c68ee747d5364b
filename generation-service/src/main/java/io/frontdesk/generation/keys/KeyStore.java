package io.frontdesk.generation.keys;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Keeps the operator's keys, sealed. */
public interface KeyStore {
    /** All, in the order in which they were added. */
    Uni<List<SealedKey>> list();

    /** False where the alias is taken. */
    Uni<Boolean> add(SealedKey key);

    /** All but the alias; false where it is gone. */
    Uni<Boolean> change(SealedKey key);

    /** False where there is none. */
    Uni<Boolean> remove(UUID id);
}
