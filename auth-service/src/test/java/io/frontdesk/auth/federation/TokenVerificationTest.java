package io.frontdesk.auth.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerificationTest {
    private static final String OURS = "https://frontdesk.example";
    private static final TestIssuer ISSUER = TestIssuer.of("https://id.example/realms/shop");

    private final Registration registration = new Registration(
            Ids.next(),
            Ids.next(),
            true,
            "standard",
            ISSUER.url(),
            "frontdesk",
            Scopes.of(Scope.CHAT),
            Optional.of("groups"),
            7);
    private final TokenVerification verification = new TokenVerification(Duration.ofHours(24), Clock.systemUTC());

    @Test
    void tellsWhomATokenStandsFor() {
        Instant end = Instant.now().plusSeconds(300);

        Principal principal = verify(claims -> claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond())))
                .orElseThrow();

        UUID id = registration.id();
        assertThat(principal.subject()).isEqualTo("oidc:" + id + ":ada");
        assertThat(principal.tenantId()).isEqualTo(registration.tenantId());
        assertThat(principal.scopes().wireNames()).containsExactly("chat");
        assertThat(principal.labels()).isEmpty();
        assertThat(principal.validUntil()).contains(Instant.ofEpochSecond(end.getEpochSecond()));
        assertThat(principal.epochs()).isEqualTo(Map.of(TenantState.epochOfIssuer(id), 7L));
        assertThat(principal.sessionId()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenThatIsNotValidInEveryRespect(Flaw flaw) {
        assertThat(verify(claims -> {})).isPresent();
        assertThat(verify(flaw.spoil)).isEmpty();
    }

    /** Claims that are not accepted. */
    enum Flaw {
        ANOTHER_ISSUER(claims -> claims.setIssuer("https://id.example/realms/other")),
        ISSUER_WITH_A_SLASH(claims -> claims.setIssuer(ISSUER.url() + "/")),
        OUR_OWN_ISSUER(claims -> claims.setIssuer(OURS)),
        NO_ISSUER(claims -> claims.unsetClaim("iss")),
        ANOTHER_AUDIENCE(claims -> claims.setAudience("another")),
        NO_AUDIENCE(claims -> claims.unsetClaim("aud")),
        AUDIENCES_WITHOUT_END(claims -> claims.setAudience(
                IntStream.range(0, 21).mapToObj(i -> "frontdesk").toList())),
        EXPIRED(claims -> claims.setExpirationTimeMinutesInTheFuture(-1)),
        EXPIRED_JUST_NOW(claims -> claims.setExpirationTime(NumericDate.fromSeconds(now() - 1))),
        WITHOUT_END(claims -> claims.unsetClaim("exp")),
        END_IN_WORDS(claims -> claims.setStringClaim("exp", "tomorrow")),
        NOT_YET_VALID(claims -> claims.setNotBefore(NumericDate.fromSeconds(now() + 120))),
        ISSUED_IN_THE_FUTURE(claims -> claims.setIssuedAt(NumericDate.fromSeconds(now() + 120))),
        ISSUED_NOBODY_KNOWS_WHEN(claims -> claims.unsetClaim("iat")),
        LIVES_TOO_LONG(claims -> claims.setExpirationTimeMinutesInTheFuture(24 * 60 + 1)),
        LIVES_FOR_EVER(claims -> claims.setClaim("exp", Long.MAX_VALUE)),
        LIVES_SINCE_EVER(claims -> {
            claims.setClaim("iat", Long.MIN_VALUE);
            claims.setClaim("exp", Long.MAX_VALUE);
        }),
        NO_SUBJECT(claims -> claims.unsetClaim("sub")),
        BLANK_SUBJECT(claims -> claims.setSubject(" ")),
        SUBJECT_WITH_A_LINE_BREAK(claims -> claims.setSubject("ada\nadmin")),
        SUBJECT_WITHOUT_END(claims -> claims.setSubject("a".repeat(256))),
        SUBJECT_THAT_IS_A_LIST(claims -> claims.setClaim("sub", List.of("ada")));

        private final Consumer<JwtClaims> spoil;

        Flaw(Consumer<JwtClaims> spoil) {
            this.spoil = spoil;
        }

        private static long now() {
            return Instant.now().getEpochSecond();
        }
    }

    @Test
    void takesATokenFromAnIssuerWhoseClockIsSlightlyAhead() {
        assertThat(verify(claims ->
                        claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 20))))
                .isPresent();
    }

    @Test
    void findsLabelsAndNeverTheOneForAll() {
        assertThat(labels(List.of("staff", "*", "sales", "staff", "", "a\tb", 7, List.of("x"))))
                .containsExactly("staff", "sales");
        assertThat(labels("staff")).containsExactly("staff");
        assertThat(labels("*")).isEmpty();
        assertThat(labels(Map.of("staff", "*"))).isEmpty();
        assertThat(labels(7)).isEmpty();
        assertThat(labels(IntStream.range(0, 1000).mapToObj(i -> "l" + i).toList()))
                .hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void takesWhatAnRsaKeySigns(String algorithm) {
        assertThat(signed(ISSUER.key(), ISSUER.key().getPrivateKey(), algorithm))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512"})
    void takesWhatAKeyOfTheAlgorithmsCurveSigns(String algorithm) throws JoseException {
        PublicJsonWebKey key = curveKey(algorithm);

        assertThat(signed(key, key.getPrivateKey(), algorithm)).isPresent();
    }

    @Test
    void takesWhatAnEdwardsKeySigns() throws JoseException {
        OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);

        assertThat(signed(key, key.getPrivateKey(), AlgorithmIdentifiers.EDDSA)).isPresent();
    }

    @Test
    void refusesAlgorithmsThatAreNotTheKeys() throws JoseException {
        PublicJsonWebKey rsa = ISSUER.key();
        PublicJsonWebKey curve = curveKey("ES256");
        PublicJsonWebKey other = TestIssuer.rsaKey("first");

        assertThat(signed(rsa, null, AlgorithmIdentifiers.NONE)).isEmpty();
        assertThat(signed(rsa, new HmacKey(rsa.getPublicKey().getEncoded()), "HS256"))
                .isEmpty();
        assertThat(signed(rsa, curve.getPrivateKey(), "ES256")).isEmpty();
        assertThat(signed(curve, rsa.getPrivateKey(), "RS256")).isEmpty();
        assertThat(signed(curveKey("ES384"), curve.getPrivateKey(), "ES256")).isEmpty();
        assertThat(signed(rsa, other.getPrivateKey(), "RS256")).isEmpty();
    }

    @Test
    void holdsAKeyToTheAlgorithmThatItIsPublishedFor() {
        PublicJsonWebKey key = TestIssuer.rsaKey("first");
        key.setAlgorithm("PS256");

        assertThat(signed(key, key.getPrivateKey(), "PS256")).isPresent();
        assertThat(signed(key, key.getPrivateKey(), "RS256")).isEmpty();
    }

    /** The key that a header brings along is that of whoever wrote the header. */
    @Test
    void takesNoKeyFromAHeader() {
        PublicJsonWebKey own = TestIssuer.rsaKey("first");
        String token = ISSUER.sign(ISSUER.claims("frontdesk"), own.getPrivateKey(), "RS256", jws -> {
            jws.setJwkHeader(own);
            jws.setHeader("jku", "https://evil.example/keys");
            jws.setHeader("x5u", "https://evil.example/chain");
        });

        assertThat(verify(token, ISSUER.key())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "secevent+jwt", "dpop+jwt"})
    void refusesTokensOfAnotherType(String type) {
        Key key = ISSUER.key().getPrivateKey();

        assertThat(verify(
                        ISSUER.sign(ISSUER.claims("frontdesk"), key, "RS256", jws -> jws.setHeader("typ", type)),
                        ISSUER.key()))
                .isEmpty();
        assertThat(verify(
                        ISSUER.sign(ISSUER.claims("frontdesk"), key, "RS256", jws -> jws.setHeader("typ", "at+jwt")),
                        ISSUER.key()))
                .isPresent();
    }

    @Test
    void readsNoTextThatIsNoTokenOfSomebodyElse() {
        String token = ISSUER.token("frontdesk");
        String[] parts = token.split("\\.");

        assertThat(ForeignToken.read(token, OURS)).isPresent();
        for (String text : List.of(
                "",
                "a.b.c",
                "fd_key_secret",
                token + ".x",
                parts[0] + "." + parts[1],
                "." + parts[1] + "." + parts[2],
                "..")) {
            assertThat(ForeignToken.read(text, OURS)).as(text).isEmpty();
        }
        assertThat(ForeignToken.read(token, ISSUER.url())).isEmpty();
    }

    private Optional<Principal> verify(Consumer<JwtClaims> changes) {
        return verify(ISSUER.token("frontdesk", changes), ISSUER.key());
    }

    private Optional<Principal> verify(String token, PublicJsonWebKey key) {
        return ForeignToken.read(token, OURS).flatMap(read -> verification.verify(read, registration, key));
    }

    private List<String> labels(Object claim) {
        return verify(claims -> claims.setClaim("groups", claim)).orElseThrow().labels();
    }

    private Optional<Principal> signed(PublicJsonWebKey published, @Nullable Key signer, String algorithm) {
        String token = ISSUER.sign(
                ISSUER.claims("frontdesk"),
                signer,
                algorithm,
                jws -> jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS));
        return verify(token, published);
    }

    private static PublicJsonWebKey curveKey(String algorithm) throws JoseException {
        return EcJwkGenerator.generateJwk(
                switch (algorithm) {
                    case "ES256" -> EllipticCurves.P256;
                    case "ES384" -> EllipticCurves.P384;
                    default -> EllipticCurves.P521;
                });
    }
}
