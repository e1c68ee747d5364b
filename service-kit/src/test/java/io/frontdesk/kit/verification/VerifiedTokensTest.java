package io.frontdesk.kit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource source = () -> now;
    private final VerifiedTokens tokens = new VerifiedTokens(10, source.withZone(ZoneOffset.UTC));
    private final SecurityIdentity identity = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("key:1"))
            .build();

    @Test
    void knowsATokenUntilItExpires() {
        tokens.remember("token", identity, now.plusSeconds(60));

        now = now.plusSeconds(59);
        assertThat(tokens.get("token")).contains(identity);
        now = now.plusSeconds(1);
        assertThat(tokens.get("token")).isEmpty();
    }

    @Test
    void remembersNothingOfATokenThatHasExpiredAlready() {
        tokens.remember("token", identity, now.minusSeconds(1));

        assertThat(tokens.get("token")).isEmpty();
    }

    @Test
    void knowsNoOtherToken() {
        tokens.remember("token", identity, now.plusSeconds(60));

        assertThat(tokens.get("token ")).isEmpty();
        assertThat(tokens.get("toke")).isEmpty();
    }
}
