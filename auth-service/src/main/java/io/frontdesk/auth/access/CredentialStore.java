package io.frontdesk.auth.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Finds out whose a credential is, before any tenant is known. Only what counts now is found. */
public interface CredentialStore {
    /**
     * The holder of an API key that is neither revoked nor expired, of a tenant that is active.
     *
     * @param hash SHA-256 of the whole key
     */
    Uni<Optional<Principal>> keyHolder(byte[] hash, Instant now);

    /** The user with an e-mail address, of a tenant that is active. */
    Uni<Optional<Account>> account(String email);

    /**
     * A user who may be about to log in.
     *
     * @param passwordHash bcrypt, in modular crypt format
     */
    record Account(Principal principal, String passwordHash) {
        /** Keeps the hash out of logs. */
        @Override
        public String toString() {
            return "Account[" + principal + "]";
        }
    }
}
