package io.frontdesk.kit.tokens;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.contracts.tokens.TokenRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
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

    TokenExchange(@RestClient AuthRestClient auth, TokensConfig config) {
        this.auth = auth;
        this.timeout = config.timeout();
        this.grants = new GrantCache<>(config.cacheSize(), config.exchangeEvery());
    }

    /**
     * The token for a credential.
     *
     * @return fails with {@link CredentialRefused} where the auth-service knows no such credential
     */
    public Uni<TokenGrant> exchange(String credential) {
        return grants.get(sha256(credential), () -> request(credential))
                .map(grant -> grant.orElseThrow(CredentialRefused::new));
    }

    private Uni<Optional<TokenGrant>> request(String credential) {
        return auth.exchange(new TokenRequest(credential))
                .ifNoItem()
                .after(timeout)
                .fail()
                .map(Optional::of)
                .onFailure(TokenExchange::isRefusal)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isRefusal(Throwable e) {
        return e instanceof WebApplicationException answer
                && REFUSALS.contains(answer.getResponse().getStatus());
    }

    /** The whole hash: a part of it would let one token pass for another. */
    private static String sha256(String credential) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(credential.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
