package io.frontdesk.kit.tokens;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.contracts.tokens.TokenRequest;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Exchanges what a caller brings, an API key or a token, for a token inside the house. */
@ApplicationScoped
public class TokenExchange {
    /** What the auth-service says of a credential; any other status is about itself. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private final AuthRestClient auth;
    private final Duration timeout;
    private final GrantCache<String> grants;
    private final TypedGuard<Uni<Optional<TokenGrant>>> bulkhead;

    TokenExchange(@RestClient AuthRestClient auth, TokensConfig config) {
        this.auth = auth;
        this.timeout = config.timeout();
        this.grants = new GrantCache<>(config.cacheSize(), config.exchangeEvery());
        this.bulkhead = TypedGuard.create(new TypeLiteral<Uni<Optional<TokenGrant>>>() {})
                .withDescription("token-exchange")
                .withBulkhead()
                .limit(config.exchangesAtOnce())
                .queueSize(config.exchangesWaiting())
                .done()
                .build();
    }

    /**
     * The token for a credential.
     *
     * @return fails with {@link CredentialRefused} where the auth-service knows no such credential, and otherwise where it
     *     could not be asked: it failed, or too many wait to be asked already
     */
    public Uni<TokenGrant> exchange(String credential) {
        return grant(grants.get(CredentialHash.of(credential), () -> guarded(credential)));
    }

    /** The token that {@link #exchange} has without asking anybody; empty where it has none. */
    public Optional<TokenGrant> known(String credential) {
        return grants.known(CredentialHash.of(credential));
    }

    /**
     * The token for a credential whose last one no longer holds. The first to find that out asks, once for all who find it too.
     *
     * @return fails as {@link #exchange}
     */
    public Uni<TokenGrant> renew(String credential, TokenGrant outdated) {
        return grant(grants.renew(CredentialHash.of(credential), outdated, () -> guarded(credential)));
    }

    private static Uni<TokenGrant> grant(Uni<Optional<TokenGrant>> answer) {
        return answer.map(grant -> grant.orElseThrow(CredentialRefused::new));
    }

    private Uni<Optional<TokenGrant>> guarded(String credential) {
        return bulkhead.get(() -> request(credential));
    }

    private Uni<Optional<TokenGrant>> request(String credential) {
        return AuthAttempts.within(timeout, auth.exchange(new TokenRequest(credential)))
                .map(Optional::of)
                .onFailure(TokenExchange::isRefusal)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isRefusal(Throwable e) {
        return e instanceof WebApplicationException answer
                && REFUSALS.contains(answer.getResponse().getStatus());
    }
}
