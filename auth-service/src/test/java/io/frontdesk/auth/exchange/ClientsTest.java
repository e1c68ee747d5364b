package io.frontdesk.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
    private final Clients clients = clients("ingestion:one:secret", "generation:another");

    @Test
    void areKnownByIdAndSecret() {
        assertThat(clients.authenticate(basic("ingestion:one:secret"))).contains("ingestion");
        assertThat(clients.authenticate(basic("generation:another"))).contains("generation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingestion:another", "ingestion:one:secre", "ingestion:", "nobody:another", "", ":"})
    void areNotKnownByAnythingElse(String credentials) {
        assertThat(clients.authenticate(basic(credentials))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !", "Bearer x"})
    void areNotKnownByAnotherHeader(String header) {
        assertThat(clients.authenticate(header)).isEmpty();
        assertThat(clients.authenticate(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingestion", "ingestion:", ":secret"})
    void needAnIdAndASecret(String pair) {
        assertThatThrownBy(() -> clients(pair))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("FRONTDESK_CLIENTS must be id:secret,id:secret");
    }

    @Test
    void haveToBeThere() {
        assertThatThrownBy(() -> new Clients(Optional::empty).requireSome())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("FRONTDESK_CLIENTS must be set");
    }

    private static Clients clients(String... pairs) {
        return new Clients(() -> Optional.of(List.of(pairs)));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
