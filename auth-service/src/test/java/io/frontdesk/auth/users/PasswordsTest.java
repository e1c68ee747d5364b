package io.frontdesk.auth.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.problem.AuthError;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Password RIGHT = new Password("correct horse battery");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void matchTheirHashAndNoOther() {
        var passwords = passwords(1);
        String hash = passwords.hash(RIGHT).await().indefinitely();

        assertThat(hash).startsWith("$2").contains("$04$");
        assertThat(matches(passwords, RIGHT, Optional.of(hash))).isTrue();
        assertThat(matches(passwords, new Password("another horse"), Optional.of(hash)))
                .isFalse();
    }

    @Test
    void neverMatchWhereThereIsNoUser() {
        var passwords = passwords(1);

        assertThat(matches(passwords, RIGHT, Optional.empty())).isFalse();
        assertThat(matches(passwords, new Password("nobody's password"), Optional.empty()))
                .isFalse();
    }

    @Test
    void takeTheSameWorkWhereThereIsNoUser() {
        var passwords = passwords(1);

        assertThat(passwords.nobodysHash().substring(0, 7))
                .isEqualTo(passwords.hash(RIGHT).await().indefinitely().substring(0, 7));
    }

    @Test
    void areRefusedWhileTooManyWait() {
        var passwords = passwords(0);

        assertThatThrownBy(() -> matches(passwords, RIGHT, Optional.empty())).isInstanceOf(AuthError.Busy.class);
    }

    @Test
    void areNotShownInLogs() {
        assertThat(RIGHT).hasToString("Password[…]");
    }

    private static boolean matches(Passwords passwords, Password password, Optional<String> hash) {
        return passwords.matches(password, hash).await().indefinitely();
    }

    private Passwords passwords(int maxPending) {
        PasswordConfig config = new PasswordConfig() {
            @Override
            public int bcryptCost() {
                return 4;
            }

            @Override
            public int threads() {
                return 1;
            }

            @Override
            public int maxPending() {
                return maxPending;
            }
        };
        return new Passwords(config, vertx, new SimpleMeterRegistry());
    }
}
