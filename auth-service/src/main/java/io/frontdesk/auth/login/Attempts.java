package io.frontdesk.auth.login;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.users.Email;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
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
        String who = hash(email);
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

    /** Addresses are nobody's business on Redis. */
    private static String hash(Email email) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(email.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
