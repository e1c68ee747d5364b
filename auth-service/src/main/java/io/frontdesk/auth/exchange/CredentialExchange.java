package io.frontdesk.auth.exchange;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.exchange.ExchangeMetrics.Refusal;
import io.frontdesk.auth.federation.ForeignTokens;
import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.auth.keys.KeyUses;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.sessions.Sessions;
import io.frontdesk.auth.signing.AccessToken;
import io.frontdesk.auth.signing.AccessTokens;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides whether a credential is valid, whatever kind it is. What a token says of itself is verified
 * first; whether it still counts, and for what, PostgreSQL says.
 */
@ApplicationScoped
class CredentialExchange {
    /** No credential that anybody issues is longer; what is, is not even read. */
    private static final int MAX_LENGTH = 16_384;

    private final CredentialStore credentials;
    private final AccessTokens accessTokens;
    private final Sessions sessions;
    private final ForeignTokens foreignTokens;
    private final KeyUses uses;
    private final ExchangeMetrics metrics;
    private final Clock clock;
    private final TypedGuard<Uni<Optional<Principal>>> bulkhead;

    CredentialExchange(
            CredentialStore credentials,
            AccessTokens accessTokens,
            Sessions sessions,
            ForeignTokens foreignTokens,
            KeyUses uses,
            ExchangeMetrics metrics,
            Clock clock,
            ExchangeConfig config) {
        this.credentials = credentials;
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.foreignTokens = foreignTokens;
        this.uses = uses;
        this.metrics = metrics;
        this.clock = clock;
        this.bulkhead = TypedGuard.create(new TypeLiteral<Uni<Optional<Principal>>>() {})
                .withDescription("credential exchange")
                .withBulkhead()
                .limit(config.concurrency())
                .queueSize(config.waiting())
                .done()
                .build();
    }

    /** Whom a credential stands for; fails with {@link AuthError.CredentialRefused} or {@link AuthError.Busy}. */
    Uni<Principal> principal(@Nullable String credential) {
        if (credential == null || credential.length() > MAX_LENGTH) {
            metrics.refused(Refusal.UNREADABLE);
            throw new AuthError.CredentialRefused();
        }
        return ApiKeyText.parse(credential)
                .map(this::ofKey)
                .orElseGet(() -> ofToken(credential))
                .map(found -> found.orElseThrow(AuthError.CredentialRefused::new))
                .invoke(principal -> principal.key().ifPresent(uses::note));
    }

    private Uni<Optional<Principal>> ofKey(ApiKeyText key) {
        return counted(bounded(() -> credentials.keyHolder(key.hash(), clock.instant())), Refusal.KEY);
    }

    private Uni<Optional<Principal>> ofToken(String text) {
        return foreignTokens
                .read(text)
                .map(token -> counted(foreignTokens.principal(token), Refusal.FOREIGN_TOKEN))
                .orElseGet(() -> ofOurToken(text));
    }

    private Uni<Optional<Principal>> ofOurToken(String text) {
        return accessTokens
                .verify(text)
                .invoke(token -> metrics.refusedUnless(token, Refusal.INVALID_TOKEN))
                .chain(token -> token.map(ours -> counted(bounded(() -> holder(ours)), Refusal.ENDED_TOKEN))
                        .orElseGet(CredentialExchange::nobody));
    }

    private Uni<Optional<Principal>> counted(Uni<Optional<Principal>> search, Refusal refusal) {
        return search.invoke(found -> metrics.refusedUnless(found, refusal));
    }

    /** What waits for the database is bounded; foreign issuers, which may be slow, do not wait in there. */
    private Uni<Optional<Principal>> bounded(Supplier<Uni<Optional<Principal>>> lookUp) {
        return bulkhead.get(lookUp).onFailure(BulkheadException.class).transform(e -> new AuthError.Busy());
    }

    private Uni<Optional<Principal>> holder(AccessToken token) {
        Uni<Optional<Principal>> present =
                switch (token) {
                    case AccessToken.OfUser user ->
                        sessions.user(user.tenantId(), user.userId(), user.sessionId(), user.generation());
                    case AccessToken.OfKey key -> credentials.key(key.tenantId(), key.keyId(), clock.instant());
                    case AccessToken.OfVisitor visitor ->
                        credentials
                                .key(visitor.tenantId(), visitor.keyId(), clock.instant())
                                .map(key -> key.map(known -> known.visitor(visitor.name(), visitor.labels())));
                };
        return present.map(found -> found.map(known -> known.until(token.expiresAt())));
    }

    private static Uni<Optional<Principal>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }
}
