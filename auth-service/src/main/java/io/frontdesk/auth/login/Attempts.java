package io.frontdesk.auth.login;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.users.Email;
import io.frontdesk.contracts.Sha256;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes whoever guesses the password of an address wait, whether anybody has the address or not. */
@ApplicationScoped
class Attempts {
    private final RedisAttemptStore store;

    Attempts(RedisAttemptStore store) {
        this.store = store;
    }

    /**
     * Runs the check of a password. Success forgets earlier failures; {@link AuthError.LoginRefused} counts; a try that failed
     * for another reason does not.
     *
     * @return fails with {@link AuthError.LoginLocked}, without a check, where the address has to wait
     */
    <T> Uni<T> guard(Email email, Supplier<Uni<T>> check) {
        // Addresses are nobody's business on Redis.
        String who = Sha256.hex(email.value());
        return store.begin(who).invoke(Attempts::requireOpen).chain(() -> check.get()
                .call(() -> store.reset(who))
                .onFailure(e -> !(e instanceof AuthError.LoginRefused))
                .call(() -> store.forgive(who)));
    }

    private static void requireOpen(Duration wait) {
        if (wait.isPositive()) {
            throw new AuthError.LoginLocked(wait);
        }
    }
}
