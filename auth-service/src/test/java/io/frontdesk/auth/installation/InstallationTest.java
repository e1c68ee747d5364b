package io.frontdesk.auth.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.contracts.Scope;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstallationTest {
    private static final ApiKeyText NEXT = new ApiKeyText("fd_nextkey_" + "b".repeat(43));

    @Inject
    Installation installation;

    @Inject
    CredentialStore credentials;

    @Inject
    @ConfigProperty(name = "frontdesk.installation.operator-key")
    String configured;

    @AfterEach
    void restoreTheKeyOfTheOtherTests() {
        installation.install(new ApiKeyText(configured)).await().indefinitely();
    }

    @Test
    void replacesTheOperatorsKeyByAnother() {
        installation.install(NEXT).await().indefinitely();

        assertThat(holds(new ApiKeyText(configured))).isFalse();
        assertThat(holds(NEXT)).isTrue();
    }

    @Test
    void canBeGivenTheSameKeyAtEveryStart() {
        installation.install(NEXT).await().indefinitely();
        installation.install(NEXT).await().indefinitely();

        assertThat(holds(NEXT)).isTrue();
    }

    @Test
    void needsASecretToEncryptKeysWith() {
        assertThatThrownBy(() -> Start.requireSecret(Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("FRONTDESK_KEY_ENCRYPTION_SECRET must be set, to at least 32 characters");
        assertThatThrownBy(() -> Start.requireSecret(Optional.of("short"))).isInstanceOf(ConfigurationException.class);
    }

    private boolean holds(ApiKeyText key) {
        return credentials
                .keyHolder(key.hash(), Instant.now())
                .await()
                .indefinitely()
                .filter(operator -> operator.tenantId().equals(Installation.TENANT))
                .filter(operator -> operator.scopes().granted().contains(Scope.OPERATOR))
                .isPresent();
    }
}
