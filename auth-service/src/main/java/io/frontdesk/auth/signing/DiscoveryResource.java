package io.frontdesk.auth.signing;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.Cache;

/** What the world must know to verify our tokens: JWKS (RFC 7517) and OpenID Connect discovery. */
@Path("/.well-known")
@PermitAll
public class DiscoveryResource {
    /** Well below the 15 minutes by which a key is published before it is used. */
    private static final int CACHED_SECONDS = 300;

    private static final List<String> CLAIMS = List.of(
            "iss", "sub", "aud", "iat", "exp", "jti", Claims.TENANT_ID, Claims.SCOPE, Claims.SESSION, Claims.ACL);

    private final SigningKeys keys;
    private final URI issuer;

    DiscoveryResource(SigningKeys keys, SigningConfig config) {
        this.keys = keys;
        this.issuer = config.issuer();
    }

    @GET
    @Path("/jwks.json")
    @Cache(maxAge = CACHED_SECONDS)
    public Map<String, Object> jwks() {
        return Map.of(
                "keys", keys.published().stream().map(SigningKey::publicJwk).toList());
    }

    @GET
    @Path("/openid-configuration")
    @Cache(maxAge = CACHED_SECONDS)
    public Discovery discovery() {
        return new Discovery(
                issuer,
                URI.create(issuer + "/v1/auth/token"),
                URI.create(issuer + "/.well-known/jwks.json"),
                List.of("client_credentials", "refresh_token"),
                List.of("token"),
                List.of("public"),
                List.of("ES256"),
                List.of("client_secret_basic", "client_secret_post", "none"),
                Stream.of(Scope.values()).map(Scope::wireName).toList(),
                CLAIMS);
    }

    /** OpenID Connect Discovery 1.0, section 3. */
    record Discovery(
            URI issuer,
            URI tokenEndpoint,
            URI jwksUri,
            List<String> grantTypesSupported,
            List<String> responseTypesSupported,
            List<String> subjectTypesSupported,
            List<String> idTokenSigningAlgValuesSupported,
            List<String> tokenEndpointAuthMethodsSupported,
            List<String> scopesSupported,
            List<String> claimsSupported) {}
}
