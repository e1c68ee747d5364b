package io.frontdesk.generation.keys;

import io.frontdesk.generation.llm.LlmConfig;
import io.frontdesk.generation.llm.Prices;
import io.frontdesk.generation.pool.LlmKey;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Opens the operator's keys, and takes over what is changed at this replica or another. */
@ApplicationScoped
class OperatorKeys {
    private static final Logger LOG = Logger.getLogger(OperatorKeys.class);

    private final Keys keys;
    private final KeyStore store;
    private final Optional<Sealing> sealing;
    private final String currency;
    private final Rounds rounds;

    OperatorKeys(Keys keys, KeyStore store, KeysConfig config, LlmConfig llm, Vertx vertx) {
        this.keys = keys;
        this.store = store;
        this.sealing = config.encryptionKey().map(key -> new Sealing(key, new SecureRandom()));
        this.currency = llm.currency();
        this.rounds = new Rounds(
                vertx, "keys of the operator", config.refresh(), () -> refresh().replaceWith(false));
    }

    /** In production, keys that nobody can open end the start: whoever stored them counts on them. */
    void begin(@Observes StartupEvent starting) {
        List<SealedKey> stored = store.list()
                .onFailure()
                .invoke(e -> LOG.warnf("The operator's keys are not known yet: %s", e))
                .onFailure()
                .recoverWithItem(List.of())
                .subscribeAsCompletionStage()
                .join();
        if (!stored.isEmpty() && sealing.isEmpty() && LaunchMode.current() == LaunchMode.NORMAL) {
            throw new ConfigurationException(
                    "FRONTDESK_ENCRYPTION_KEY must be set: there are keys that the operator has added");
        }
        keys.replace(opened(stored));
        rounds.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    Uni<Void> refresh() {
        return store.list().invoke(stored -> keys.replace(opened(stored))).replaceWithVoid();
    }

    /** Fails with a {@link KeyError} where there is nothing to seal with. */
    String seal(String alias, String secret) {
        return sealing.orElseThrow(KeyError::noEncryption).seal(alias, secret);
    }

    /** As it is used. */
    LlmKey key(SealedKey stored, String secret) {
        return new LlmKey(
                stored.alias(),
                stored.provider(),
                stored.baseUrl(),
                secret,
                stored.model(),
                stored.cheapModel(),
                stored.priority(),
                stored.limits(),
                new Prices(stored.promptPrice(), stored.completionPrice(), currency),
                stored.acceptsPrefix());
    }

    private List<LlmKey> opened(List<SealedKey> stored) {
        List<LlmKey> open = new ArrayList<>();
        for (SealedKey key : stored) {
            if (key.enabled() && sealing.isPresent()) {
                try {
                    open.add(key(key, sealing.get().open(key.alias(), key.secret())));
                } catch (GeneralSecurityException e) {
                    LOG.errorf(
                            "Key %s cannot be opened: FRONTDESK_ENCRYPTION_KEY is not the one it was stored with", key);
                }
            }
        }
        return open;
    }
}
