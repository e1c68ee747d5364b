package io.frontdesk.auth.signing;

import io.frontdesk.auth.audit.AuditEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * The keys of the installation, the same in every replica: read at start and every minute, and made by whichever replica is
 * first.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** What our key ids look like (RFC 7638, SHA-256): nothing else is worth a look into the database. */
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9A-Za-z_-]{43}");

    private final SigningKeyStore store;
    private final SigningConfig config;
    private final SecureRandom random;
    private final Clock clock;

    /** However many ask, the database is read once in a while. */
    private final Uni<Void> reloadOnce;

    /** Empty only before {@link #prepare}. */
    private volatile KeyRing ring;

    SigningKeys(SigningKeyStore store, SigningConfig config, SecureRandom random, Clock clock) {
        this.store = store;
        this.config = config;
        this.random = random;
        this.clock = clock;
        this.ring = ring(List.of());
        this.reloadOnce = Uni.createFrom()
                .deferred(this::reload)
                .onFailure()
                .invoke(e -> LOG.warnf("The signing keys cannot be read: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull()
                .memoize()
                .atLeast(config.reloadAtMostEvery());
    }

    /** Reads the keys, after making the first one where there is none. To be done before the first request. */
    public Uni<Void> prepare() {
        return reload().chain(() -> ring.isEmpty()
                ? store.insertIfAbsent(make(1)).chain(this::reload)
                : Uni.createFrom().voidItem());
    }

    /** Reads the keys again, makes one where the newest has become too old, and forgets those whose time is over. */
    Uni<Void> maintain() {
        return reload().chain(() -> ring.isOlderThan(config.rotateEvery(), clock.instant())
                        ? store.insertIfAbsent(make(next())).chain(this::reload)
                        : Uni.createFrom().voidItem())
                .chain(() -> store.deleteUpTo(ring.goneGeneration(clock.instant())));
    }

    /**
     * Makes another key now, unless one is already about to sign, and accounts for it.
     *
     * @return the key that will sign next
     */
    Uni<Coming> rotate(AuditEvent event) {
        return reload().chain(() -> ring.isRotating(clock.instant())
                        ? Uni.createFrom().voidItem()
                        : store.insertIfAbsent(make(next()), event).chain(this::reload))
                .map(made -> new Coming(ring.newest().kid(), ring.activeFrom(ring.newest())));
    }

    /** Reads the keys again where an id might be the one of a key that another replica has made, but not at every wish. */
    Uni<Void> lookFor(String kid) {
        return find(kid).isEmpty() && THUMBPRINT.matcher(kid).matches()
                ? reloadOnce
                : Uni.createFrom().voidItem();
    }

    /** The key that signs. */
    SigningKey current() {
        return ring.signing(clock.instant());
    }

    /** The key of a given id, if it is one of ours. */
    Optional<SigningKey> find(String kid) {
        return ring.find(kid, clock.instant());
    }

    /** The keys with which something valid can be signed. */
    List<SigningKey> published() {
        return ring.published(clock.instant());
    }

    /** A replica that has keys goes on with them where, against all expectation, there are none. */
    private Uni<Void> reload() {
        return store.list()
                .map(stored -> stored.stream().map(this::open).toList())
                .invoke(keys -> ring = keys.isEmpty() ? ring : ring(keys))
                .replaceWithVoid();
    }

    private KeyRing ring(List<SigningKey> keys) {
        return new KeyRing(keys, config.publishBefore(), config.longestTokenLifetime());
    }

    private int next() {
        return ring.newest().generation() + 1;
    }

    private StoredKey make(int generation) {
        try {
            return SigningKey.generate(generation, random, clock.instant()).seal(encryption());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256 and AES", e);
        }
    }

    /** A key does not change: what is open is not opened again. */
    private SigningKey open(StoredKey stored) {
        try {
            Optional<SigningKey> known = ring.keys().stream()
                    .filter(key -> key.kid().equals(stored.kid()))
                    .findFirst();
            return known.isPresent() ? known.get() : SigningKey.open(stored, encryption());
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException(
                    "FRONTDESK_KEY_ENCRYPTION_SECRET is not the secret with which the signing keys in the database were"
                            + " encrypted",
                    e);
        }
    }

    private KeyEncryption encryption() {
        return new KeyEncryption(config.encryptionSecret().orElse(""), random);
    }

    /**
     * A key that is published.
     *
     * @param activeFrom when it begins to sign
     */
    record Coming(String kid, Instant activeFrom) {}
}
