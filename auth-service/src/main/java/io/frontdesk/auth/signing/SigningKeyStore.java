package io.frontdesk.auth.signing;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where all replicas keep the signing keys that they share. */
public interface SigningKeyStore {
    /** Keeps a key, unless another replica has already kept one of the same generation. */
    Uni<Void> insertIfAbsent(StoredKey key);

    /** All keys, the newest first. */
    Uni<List<StoredKey>> list();
}
