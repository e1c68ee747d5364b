package io.frontdesk.auth.login;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.CredentialStore.Account;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.sessions.SessionTokens;
import io.frontdesk.auth.sessions.Sessions;
import io.frontdesk.auth.users.Email;
import io.frontdesk.auth.users.Password;
import io.frontdesk.auth.users.Passwords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Logs users in. Known and unknown addresses get the same answer after the same work and time. */
@ApplicationScoped
class Login {
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final LoginMetrics metrics;
    private final Duration refusalStep;

    Login(
            CredentialStore credentials,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            LoginMetrics metrics,
            LoginConfig config) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.metrics = metrics;
        this.refusalStep = config.refusalStep();
    }

    /** A session; fails with {@link AuthError.LoginRefused} or {@link AuthError.LoginLocked}. */
    Uni<SessionTokens> login(Email email, Password password) {
        long started = System.nanoTime();
        return attempts.guard(email, () -> authenticate(email, password))
                .chain(account -> sessions.begin(account.principal(), account.userId(), account.sessionGeneration()))
                .onItemOrFailure()
                .invoke((tokens, failure) -> metrics.count(failure))
                .onFailure(AuthError.LoginRefused.class)
                .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(untilNextStep(started)));
    }

    private Uni<Account> authenticate(Email email, Password password) {
        return credentials.account(email.value()).chain(account -> authenticate(account, password));
    }

    private Uni<Account> authenticate(Optional<Account> account, Password password) {
        return passwords
                .matches(password, account.map(Account::passwordHash))
                .chain(matches -> matches ? Uni.createFrom().item(account.orElseThrow()) : refuse(account));
    }

    private Uni<Account> refuse(Optional<Account> account) {
        return account.map(known -> sessions.recordFailedSignIn(known.principal()))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> Uni.createFrom().failure(new AuthError.LoginRefused()));
    }

    private Duration untilNextStep(long started) {
        long step = refusalStep.toNanos();
        return Duration.ofNanos(step - (System.nanoTime() - started) % step);
    }
}
