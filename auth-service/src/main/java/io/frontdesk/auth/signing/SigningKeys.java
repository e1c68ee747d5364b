package io.frontdesk.auth.signing;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The keys of the installation, the same in every replica: read at start, and made by whichever replica is first. */
@ApplicationScoped
public class SigningKeys {
    private final SigningKeyStore store;
    private final String secret;
    private final SecureRandom random;
    private final Clock clock;

    /** The newest first; empty only before {@link #prepare}. */
    private volatile List<SigningKey> keys = List.of();

    SigningKeys(SigningKeyStore store, SigningConfig config, SecureRandom random, Clock clock) {
        this.store = store;
        this.secret = config.encryptionSecret().orElse("");
        this.random = random;
        this.clock = clock;
    }

    /** Reads the keys, after making the first one where there is none. To be done before the first request. */
    public Uni<Void> prepare() {
        return store.list()
                .chain(stored -> stored.isEmpty()
                        ? makeFirst().chain(store::list)
                        : Uni.createFrom().item(stored))
                .invoke(stored -> keys = stored.stream().map(this::open).toList())
                .replaceWithVoid();
    }

    /** The key that signs. */
    SigningKey current() {
        return keys.getFirst();
    }

    /** The key of a given id, if it is one of ours. */
    Optional<SigningKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    List<SigningKey> all() {
        return keys;
    }

    private Uni<Void> makeFirst() {
        try {
            SigningKey key = SigningKey.generate(1, random, clock.instant());
            return store.insertIfAbsent(key.seal(encryption()));
        } catch (GeneralSecurityException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private SigningKey open(StoredKey stored) {
        try {
            return SigningKey.open(stored, encryption());
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "FRONTDESK_KEY_ENCRYPTION_SECRET is not the secret with which the signing keys in the database were"
                            + " encrypted",
                    e);
        }
    }

    private KeyEncryption encryption() {
        return new KeyEncryption(secret, random);
    }
}
