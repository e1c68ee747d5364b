package io.frontdesk.auth.installation;

import io.frontdesk.auth.exchange.Clients;
import io.frontdesk.auth.signing.SigningConfig;
import io.frontdesk.auth.signing.SigningKeys;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Prepares everything before the first request, or refuses to start with one line that says why. */
@ApplicationScoped
class Start {
    private static final int MIN_SECRET = 32;

    private final SigningKeys signingKeys;
    private final Installation installation;
    private final SigningConfig signing;
    private final InstallationConfig config;

    Start(SigningKeys signingKeys, Installation installation, SigningConfig signing, InstallationConfig config) {
        this.signingKeys = signingKeys;
        this.installation = installation;
        this.signing = signing;
        this.config = config;
    }

    /** On the main thread, which may wait: nothing is served until this returns. */
    void prepare(@Observes StartupEvent starting, Clients clients) {
        clients.requireSome();
        requireSecret(signing.encryptionSecret());
        Endowment endowment = Endowment.read(config);
        signingKeys
                .prepare()
                .chain(() -> endowment.installIn(installation))
                .subscribeAsCompletionStage()
                .join();
    }

    static void requireSecret(Optional<String> secret) {
        if (secret.map(String::length).orElse(0) < MIN_SECRET) {
            throw new ConfigurationException(
                    "FRONTDESK_KEY_ENCRYPTION_SECRET must be set, to at least " + MIN_SECRET + " characters");
        }
    }
}
