package io.frontdesk.auth.signing;

import io.frontdesk.auth.audit.AuditEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where all replicas keep the signing keys that they share. */
public interface SigningKeyStore {
    /** Keeps a key, unless another replica has already kept one of the same generation. */
    Uni<Void> insertIfAbsent(StoredKey key);

    /** The same, and accounts for it where it was kept. */
    Uni<Void> insertIfAbsent(StoredKey key, AuditEvent event);

    /** All keys, the newest first. */
    Uni<List<StoredKey>> list();

    /** Forgets the keys of a generation and all before. */
    Uni<Void> deleteUpTo(int generation);
}
