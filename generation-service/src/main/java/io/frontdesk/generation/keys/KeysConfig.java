package io.frontdesk.generation.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the operator's keys are kept. */
@ConfigMapping(prefix = "frontdesk.llm.operator-keys")
public interface KeysConfig {
    /** What their secrets are encrypted with, at least 32 characters by chance; without it there can be none. */
    Optional<String> encryptionKey();

    /** After how long a replica knows what was changed at another. */
    @WithDefault("3s")
    Duration refresh();
}
