package io.frontdesk.auth.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.MutableClock;
import io.frontdesk.auth.Owner;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.tenants.Tenant;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeysTest {
    private static final int REPLICAS = 8;
    private static final Duration ROTATE_EVERY = Duration.ofDays(30);
    private static final Duration PUBLISH_BEFORE = Duration.ofMinutes(15);
    private static final Duration LONGEST_TOKEN = Duration.ofHours(1);

    private final MutableClock clock = new MutableClock();

    @Inject
    SigningKeyStore store;

    @Inject
    Owner owner;

    @BeforeEach
    void putKeysAside() throws SQLException {
        owner.update("create table signing_keys_aside as table signing_keys");
        owner.update("delete from signing_keys");
    }

    @AfterEach
    void putKeysBack() throws SQLException {
        owner.update("delete from signing_keys");
        owner.update("insert into signing_keys table signing_keys_aside");
        owner.update("drop table signing_keys_aside");
    }

    @Test
    void areMadeByOneOfTheReplicasThatStartAtOnce() throws SQLException {
        List<SigningKeys> replicas =
                Stream.generate(() -> replica("one secret")).limit(REPLICAS).toList();

        Uni.join()
                .all(replicas.stream().map(SigningKeys::prepare).toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(replicas.stream().map(keys -> keys.current().kid()).distinct())
                .hasSize(1);
        assertThat(replicas.stream().map(keys -> keys.current().privateKey()).distinct())
                .hasSize(1);
        assertThat(owner.query("select count(*) from signing_keys")).containsExactly("1");
    }

    @Test
    void cannotBeReadWithAnotherSecret() {
        replica("one secret").prepare().await().indefinitely();

        assertThatThrownBy(() -> replica("another secret").prepare().await().indefinitely())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("FRONTDESK_KEY_ENCRYPTION_SECRET is not the secret");
    }

    @Test
    void areRotatedByOneOfTheReplicasForAll() throws SQLException {
        SigningKeys one = started();
        SigningKeys other = started();
        String old = one.current().kid();
        clock.pass(ROTATE_EVERY);

        both(one.maintain(), other.maintain());
        one.maintain().await().indefinitely();

        assertThat(owner.query("select generation from signing_keys order by 1"))
                .containsExactly("1", "2");
        assertThat(kids(one)).hasSize(2).isEqualTo(kids(other));
        assertThat(one.current().kid()).isEqualTo(other.current().kid()).isEqualTo(old);
        clock.pass(PUBLISH_BEFORE);
        assertThat(one.current().kid()).isEqualTo(other.current().kid()).isNotEqualTo(old);
        assertThat(other.find(old)).isPresent();
    }

    @Test
    void goWhenNothingThatTheySignedCanBeShownAnyMore() throws SQLException {
        SigningKeys keys = started();
        String old = keys.current().kid();
        clock.pass(ROTATE_EVERY);
        keys.maintain().await().indefinitely();

        clock.pass(PUBLISH_BEFORE.plus(LONGEST_TOKEN));
        assertThat(keys.find(old)).isEmpty();
        keys.maintain().await().indefinitely();

        assertThat(owner.query("select generation from signing_keys")).containsExactly("2");
    }

    @Test
    void areKnownToAReplicaThatMeetsTheirTokenFirst() {
        SigningKeys one = started();
        SigningKeys other = started();
        String made = rotate(one);

        assertThat(other.find(made)).isEmpty();
        other.lookFor(made).await().indefinitely();

        assertThat(other.find(made)).isPresent();
    }

    @Test
    void areNotLookedForMoreOftenThanOnceInAWhile() {
        SigningKeys one = started();
        SigningKeys other = started();
        other.lookFor("x".repeat(43)).await().indefinitely();
        String made = rotate(one);

        other.lookFor(made).await().indefinitely();
        other.lookFor("../../etc/passwd").await().indefinitely();

        assertThat(other.find(made)).isEmpty();
    }

    @Test
    void areMadeOnceHoweverOftenTheOperatorAsks() throws SQLException {
        SigningKeys one = started();
        SigningKeys other = started();

        String made = rotate(one);

        assertThat(rotate(other)).isEqualTo(made);
        assertThat(owner.query("select count(*) from signing_keys")).containsExactly("2");
        clock.pass(PUBLISH_BEFORE);
        assertThat(rotate(other)).isNotEqualTo(made);
    }

    private static void both(Uni<Void> one, Uni<Void> other) {
        Uni.join().all(one, other).andFailFast().await().indefinitely();
    }

    private static List<String> kids(SigningKeys keys) {
        return keys.published().stream().map(SigningKey::kid).toList();
    }

    private String rotate(SigningKeys keys) {
        var event = AuditEvent.of(
                Tenant.INSTALLATION, clock.instant(), Action.SIGNING_KEY_ROTATED, "key:test", "installation");
        return keys.rotate(event).await().indefinitely().kid();
    }

    private SigningKeys started() {
        SigningKeys keys = replica("one secret");
        keys.prepare().await().indefinitely();
        return keys;
    }

    private SigningKeys replica(String secret) {
        return new SigningKeys(store, config(secret), new SecureRandom(), clock);
    }

    private static SigningConfig config(String secret) {
        return new SigningConfig() {
            @Override
            public URI issuer() {
                return URI.create("http://auth.test");
            }

            @Override
            public Optional<String> encryptionSecret() {
                return Optional.of(secret);
            }

            @Override
            public Duration internalTokenLifetime() {
                return Duration.ofMinutes(5);
            }

            @Override
            public Duration accessTokenLifetime() {
                return Duration.ofMinutes(15);
            }

            @Override
            public Duration longestTokenLifetime() {
                return LONGEST_TOKEN;
            }

            @Override
            public Duration rotateEvery() {
                return ROTATE_EVERY;
            }

            @Override
            public Duration publishBefore() {
                return PUBLISH_BEFORE;
            }

            @Override
            public Duration reloadEvery() {
                return Duration.ofDays(1);
            }

            @Override
            public Duration reloadAtMostEvery() {
                return Duration.ofDays(1);
            }
        };
    }
}
