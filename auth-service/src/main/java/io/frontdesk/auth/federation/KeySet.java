package io.frontdesk.auth.federation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/** The public keys that an issuer signs with (RFC 7517), by their {@code kid}. */
record KeySet(Map<String, PublicJsonWebKey> keys) {
    static final KeySet EMPTY = new KeySet(Map.of());

    private static final int MAX_KEYS = 100;

    KeySet {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads a JWKS document; keys of other kinds and for other uses are left out.
     *
     * @throws JoseException where it is none
     */
    static KeySet parse(String json) throws JoseException {
        List<JsonWebKey> all = new JsonWebKeySet(json).getJsonWebKeys();
        return new KeySet(all.stream()
                .limit(MAX_KEYS)
                .filter(PublicJsonWebKey.class::isInstance)
                .map(PublicJsonWebKey.class::cast)
                .filter(key -> key.getKeyId() != null && (key.getUse() == null || Use.SIGNATURE.equals(key.getUse())))
                .collect(Collectors.toMap(JsonWebKey::getKeyId, Function.identity(), (first, second) -> first)));
    }

    Optional<PublicJsonWebKey> find(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }
}
