package io.frontdesk.auth.visitors;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.Labels;
import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.signing.SignedToken;
import io.frontdesk.auth.signing.TokenSigner;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Makes tokens for visitors. Such a token may only ask, sees no more than the key that made it, and ends with the key. */
@ApplicationScoped
class VisitorTokens {
    private final CredentialStore credentials;
    private final TokenSigner signer;
    private final PgAuditStore audit;
    private final Clock clock;

    VisitorTokens(CredentialStore credentials, TokenSigner signer, PgAuditStore audit, Clock clock) {
        this.credentials = credentials;
        this.signer = signer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A token for a visitor. Fails with {@link AuthError.KeysOnly} for any other caller than an API key, with
     * {@link AuthError.ScopesNotHeld} for labels that the key does not have, and with {@link AuthError.CredentialRefused}
     * where the key has ended meanwhile.
     */
    Uni<SignedToken> issue(Caller by, NewVisitorToken request) {
        String name = request.checkedName();
        Labels labels = request.checkedLabels();
        Duration lifetime = request.checkedLifetime();
        UUID keyId = Principal.keyOf(by.subject()).orElseThrow(AuthError.KeysOnly::new);
        return credentials
                .key(by.tenantId(), keyId, clock.instant())
                .map(key -> key.orElseThrow(AuthError.CredentialRefused::new))
                .invoke(key -> requireHeld(key, labels))
                .map(key -> signer.ofVisitor(key.visitor(name, labels.names()), keyId, lifetime))
                .call(token -> audit.append(event(by, name, token)));
    }

    private AuditEvent event(Caller by, String name, SignedToken token) {
        return AuditEvent.of(
                        by.tenantId(), clock.instant(), Action.VISITOR_TOKEN_ISSUED, by.subject(), "visitor:" + name)
                .with(Map.of("expires_in", Long.toString(token.expiresIn())));
    }

    private static void requireHeld(Principal key, Labels labels) {
        if (!labels.areAmong(key.labels())) {
            throw new AuthError.ScopesNotHeld();
        }
    }
}
