package io.frontdesk.auth.federation;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer: fetched when the first token comes, and again when they are old or lack the key of a token, but not
 * more often than every 30 s (10 s where it did not answer), and once for all who wait. While the issuer does not answer, old keys go on for a while.
 */
final class IssuerKeys {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final String issuer;
    private final Supplier<Uni<KeySet>> fetch;
    private final FederationConfig config;
    private final Clock clock;

    private KeySet known = KeySet.EMPTY;
    private Instant fetchedAt = Instant.EPOCH;
    private Instant askAgainAt = Instant.EPOCH;
    private @Nullable Uni<KeySet> asking;

    IssuerKeys(String issuer, Supplier<Uni<KeySet>> fetch, FederationConfig config, Clock clock) {
        this.issuer = issuer;
        this.fetch = fetch;
        this.config = config;
        this.clock = clock;
    }

    /** The key of a given id, if the issuer signs with one. */
    Uni<Optional<PublicJsonWebKey>> find(String kid) {
        return keysWith(kid).map(keys -> keys.find(kid));
    }

    private synchronized Uni<KeySet> keysWith(String kid) {
        Instant now = clock.instant();
        boolean fresh = fetchedAt.plus(config.keysFreshFor()).isAfter(now);
        if (fresh && known.find(kid).isPresent()) {
            return Uni.createFrom().item(known);
        }
        if (asking != null) {
            return asking;
        }
        if (askAgainAt.isAfter(now)) {
            return Uni.createFrom().item(usable(now));
        }
        askAgainAt = now.plus(PAUSE);
        asking = Uni.createFrom()
                .deferred(fetch::get)
                .map(this::learn)
                .onFailure()
                .recoverWithItem(this::goOn)
                .memoize()
                .indefinitely();
        return asking;
    }

    private synchronized KeySet learn(KeySet fetched) {
        asking = null;
        known = fetched;
        fetchedAt = clock.instant();
        return known;
    }

    private synchronized KeySet goOn(Throwable failure) {
        asking = null;
        askAgainAt = clock.instant().plus(PAUSE_AFTER_FAILURE);
        LOG.warnf("The keys of the issuer %s cannot be fetched: %s", issuer, failure.getMessage());
        return usable(clock.instant());
    }

    private KeySet usable(Instant now) {
        return fetchedAt.plus(config.keysUsableFor()).isAfter(now) ? known : KeySet.EMPTY;
    }
}
