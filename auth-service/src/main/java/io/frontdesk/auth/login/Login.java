package io.frontdesk.auth.login;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.CredentialStore.Account;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.signing.SignedToken;
import io.frontdesk.auth.signing.TokenSigner;
import io.frontdesk.auth.users.Email;
import io.frontdesk.auth.users.Password;
import io.frontdesk.auth.users.Passwords;
import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Logs users in. Known and unknown addresses get the same answer after the same work. */
@ApplicationScoped
class Login {
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final TokenSigner signer;

    Login(CredentialStore credentials, Passwords passwords, TokenSigner signer) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.signer = signer;
    }

    /** An access token; fails with {@link AuthError.LoginRefused}. */
    Uni<SignedToken> login(Email email, Password password) {
        return credentials
                .account(email.value())
                .chain(account -> authenticate(account, password))
                .map(account -> signer.ofSession(account.principal(), Ids.next(), account.sessionGeneration()));
    }

    private Uni<Account> authenticate(Optional<Account> account, Password password) {
        return passwords
                .matches(password, account.map(Account::passwordHash))
                .map(matches -> account.filter(known -> matches).orElseThrow(AuthError.LoginRefused::new));
    }
}
