package io.frontdesk.auth.federation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jspecify.annotations.Nullable;

/**
 * A token as it says that it is: nothing of it is verified yet.
 *
 * @param audiences at least one
 * @param kid which of the issuer's keys it says that it is signed with
 */
public record ForeignToken(String issuer, List<String> audiences, String kid, JwtContext context) {
    private static final int DOTS_OF_A_SIGNED_TOKEN = 2;
    private static final int MAX_AUDIENCES = 20;

    /** What issuers write into the header of access tokens and ID tokens; a logout token is neither. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/jwt", "application/at+jwt");

    public ForeignToken {
        audiences = List.copyOf(audiences);
    }

    /** Reads a signed JWT that names an issuer other than this one, an audience and a key. */
    static Optional<ForeignToken> read(String text, String ourIssuer) {
        if (text.chars().filter(character -> character == '.').count() != DOTS_OF_A_SIGNED_TOKEN) {
            return Optional.empty();
        }
        try {
            JwtContext context = reader().process(text);
            JsonWebStructure header = context.getJoseObjects().getFirst();
            String issuer = context.getJwtClaims().getIssuer();
            String kid = header.getKeyIdHeaderValue();
            List<String> audiences = context.getJwtClaims().getAudience();
            boolean foreign = issuer != null && !issuer.equals(ourIssuer);
            boolean complete = kid != null && !audiences.isEmpty() && audiences.size() <= MAX_AUDIENCES;
            return foreign
                            && complete
                            && isKnown(header.getHeader("typ"))
                            && context.getJoseObjects().size() == 1
                    ? Optional.of(new ForeignToken(issuer, audiences, kid, context))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static JwtConsumer reader() {
        return new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setSkipSignatureVerification()
                .build();
    }

    private static boolean isKnown(@Nullable String type) {
        return type == null || TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "ForeignToken[issuer=%s]".formatted(issuer);
    }
}
