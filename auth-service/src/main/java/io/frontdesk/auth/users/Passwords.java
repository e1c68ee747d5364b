package io.frontdesk.auth.users;

import io.frontdesk.auth.problem.AuthError;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Hashes and checks passwords with bcrypt, on a few threads of their own: it takes tens of milliseconds of a core, and
 * neither the event loop nor other work may wait for it.
 */
@ApplicationScoped
public class Passwords {
    private final int cost;
    private final WorkerExecutor threads;
    private final Semaphore places;
    private final Timer hashing;

    /** Checked where there is no user, so that an unknown address takes as long as a known one. */
    private final String nobodysHash;

    Passwords(PasswordConfig config, Vertx vertx, MeterRegistry registry) {
        this.cost = config.bcryptCost();
        this.threads = vertx.createSharedWorkerExecutor("passwords", config.threads());
        this.places = new Semaphore(config.maxPending());
        this.hashing = registry.timer("frontdesk.passwords.hashing");
        this.nobodysHash = BcryptUtil.bcryptHash("nobody's password", cost);
    }

    /** What is kept of a password. */
    public Uni<String> hash(Password password) {
        return run(() -> BcryptUtil.bcryptHash(password.value(), cost));
    }

    /** Whether a password is the one of a hash; never where there is none, after the same time. */
    public Uni<Boolean> matches(Password password, Optional<String> hash) {
        boolean possible = hash.isPresent() && password.isPossible();
        return run(() -> BcryptUtil.matches(password.value(), hash.orElse(nobodysHash)) && possible);
    }

    String nobodysHash() {
        return nobodysHash;
    }

    private <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (!places.tryAcquire()) {
                return Uni.createFrom().failure(new AuthError.Busy());
            }
            return threads.executeBlocking(() -> hashing.recordCallable(work), false)
                    .onTermination()
                    .invoke(() -> places.release());
        });
    }

    @PreDestroy
    void close() {
        threads.closeAndForget();
    }
}
