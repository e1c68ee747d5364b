package io.frontdesk.kit.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.frontdesk.kit.tokens.CredentialHash;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The identities of verified tokens, by the whole hash of the token, until it expires. What is refused is not remembered: it
 * would cost the good ones their place.
 */
final class VerifiedTokens {
    private final Clock clock;
    private final Cache<String, Verified> verified;

    private record Verified(SecurityIdentity identity, Instant expires) {}

    VerifiedTokens(int size, Clock clock) {
        this.clock = clock;
        Ticker ticker = () -> clock.millis() * 1_000_000;
        this.verified = Caffeine.newBuilder()
                .maximumSize(size)
                .ticker(ticker)
                .expireAfter(Expiry.<String, Verified>creating((hash, token) -> untilExpiry(token)))
                .build();
    }

    private Duration untilExpiry(Verified token) {
        Duration left = Duration.between(clock.instant(), token.expires());
        return left.isNegative() ? Duration.ZERO : left;
    }

    Optional<SecurityIdentity> get(String token) {
        return Optional.ofNullable(verified.getIfPresent(CredentialHash.of(token)))
                .map(Verified::identity);
    }

    void remember(String token, SecurityIdentity identity, Instant expires) {
        verified.put(CredentialHash.of(token), new Verified(identity, expires));
    }
}
