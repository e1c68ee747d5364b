package io.frontdesk.auth.users;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How passwords are hashed. */
@ConfigMapping(prefix = "frontdesk.passwords")
public interface PasswordConfig {
    /** The binary logarithm of bcrypt's rounds: each step doubles the time of a login, and of every guess. */
    @WithDefault("10")
    int bcryptCost();

    /** How many passwords are hashed at once; one more than there are cores only makes each slower. */
    @WithDefault("2")
    int threads();

    /** How many may wait or run before a login is answered with 503: at 0.1 s each on 2 threads, a wait of 1.6 s. */
    @WithDefault("32")
    int maxPending();
}
