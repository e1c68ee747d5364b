package io.frontdesk.auth.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.Owner;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeysTest {
    private static final int REPLICAS = 8;

    @Inject
    SigningKeyStore store;

    @Inject
    Owner owner;

    @BeforeEach
    void forgetKeys() throws SQLException {
        owner.update("delete from signing_keys");
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

    private SigningKeys replica(String secret) {
        return new SigningKeys(store, config(secret), new SecureRandom(), Clock.systemUTC());
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
        };
    }
}
