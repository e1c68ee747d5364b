package io.frontdesk.auth.federation;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.signing.SigningConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;

/** Tokens of issuers that tenants have registered. */
@ApplicationScoped
public class ForeignTokens {
    private final RegistrationStore registrations;
    private final ForeignKeys keys;
    private final TokenVerification verification;
    private final String ourIssuer;

    ForeignTokens(
            RegistrationStore registrations,
            ForeignKeys keys,
            FederationConfig config,
            SigningConfig signing,
            Clock clock) {
        this.registrations = registrations;
        this.keys = keys;
        this.verification = new TokenVerification(config.maxTokenLifetime(), clock);
        this.ourIssuer = signing.issuer().toString();
    }

    /** A text that is a token of somebody else than us, unverified. */
    public Optional<ForeignToken> read(String text) {
        return ForeignToken.read(text, ourIssuer);
    }

    /** Whom a token stands for; nobody where it is not valid in every respect, or its issuer's keys cannot be had. */
    public Uni<Optional<Principal>> principal(ForeignToken token) {
        return registrations
                .find(token.issuer(), token.audiences())
                .map(ForeignTokens::only)
                .chain(found -> found.map(registration -> verified(token, registration))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** A token for two audiences that are registered says nothing of which is meant. */
    private static Optional<Registration> only(List<Registration> found) {
        return found.size() == 1 ? found.stream().filter(Registration::active).findFirst() : Optional.empty();
    }

    private Uni<Optional<Principal>> verified(ForeignToken token, Registration registration) {
        return keys.find(registration.issuer(), token.kid()).map(key -> verify(token, registration, key));
    }

    private Optional<Principal> verify(ForeignToken token, Registration registration, Optional<PublicJsonWebKey> key) {
        return key.flatMap(found -> verification.verify(token, registration, found));
    }
}
