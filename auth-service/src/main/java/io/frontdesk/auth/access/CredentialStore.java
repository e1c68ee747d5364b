package io.frontdesk.auth.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds out whose a credential is, before any tenant is known. Only what counts now is found. */
public interface CredentialStore {
    /**
     * The holder of an API key that is neither revoked nor expired, of a tenant that is active.
     *
     * @param hash SHA-256 of the whole key
     */
    Uni<Optional<Principal>> keyHolder(byte[] hash, Instant now);

    /** The same key, by its id. */
    Uni<Optional<Principal>> key(UUID tenant, UUID key, Instant now);

    /** The user with an e-mail address, of a tenant that is active. */
    Uni<Optional<Account>> account(String email);

    /**
     * A user who may be about to log in.
     *
     * @param userId of the principal
     * @param passwordHash bcrypt, in modular crypt format
     * @param sessionGeneration of sessions that begin now
     */
    record Account(Principal principal, UUID userId, String passwordHash, long sessionGeneration) {
        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Account[" + principal + "]";
        }
    }
}
