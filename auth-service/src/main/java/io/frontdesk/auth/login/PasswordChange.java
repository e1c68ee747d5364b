package io.frontdesk.auth.login;

import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.sessions.CurrentSession.SignedIn;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.auth.users.Password;
import io.frontdesk.auth.users.Passwords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Gives users another password. Whoever guesses the present one waits as at a login. */
@ApplicationScoped
class PasswordChange {
    private final PgPasswordStore store;
    private final Passwords passwords;
    private final Attempts attempts;
    private final TenantStates states;
    private final Clock clock;

    PasswordChange(PgPasswordStore store, Passwords passwords, Attempts attempts, TenantStates states, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.attempts = attempts;
        this.states = states;
        this.clock = clock;
    }

    /** Fails with {@link AuthError.LoginRefused} where the present password is another one. */
    Uni<Void> change(SignedIn user, Password present, Password next) {
        return store.find(user)
                .map(found -> found.orElseThrow(AuthError.CredentialRefused::new))
                .call(known -> attempts.guard(known.email(), () -> check(present, known.hash())))
                .chain(() -> passwords.hash(next))
                .chain(hash -> store.change(user, hash, event(user)))
                .chain(states::announce);
    }

    private Uni<Boolean> check(Password present, String hash) {
        return passwords.matches(present, Optional.of(hash)).invoke(matches -> {
            if (!matches) {
                throw new AuthError.LoginRefused();
            }
        });
    }

    private AuditEvent event(SignedIn user) {
        return AuditEvent.of(
                user.tenantId(), clock.instant(), Action.USER_PASSWORD_CHANGED, user.subject(), user.subject());
    }
}
