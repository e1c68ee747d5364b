package io.frontdesk.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.frontdesk.contracts.Claims;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The auth-service, as far as a service behind the gateway meets it: the keys of {@link TestTokens}, and client credentials
 * refused until a test says otherwise with {@link #grants}.
 */
public class AuthServerResource extends WireMockPeer {
    public static final String SERVICE = "auth-service";

    @Override
    public void init(Map<String, String> arguments) {
        super.init(Map.of("service", SERVICE));
    }

    @Override
    protected void prepare(WireMockServer server) {
        server.stubFor(get("/.well-known/jwks.json").willReturn(jsonResponse(TestTokens.keySet(), 200)));
        server.stubFor(
                post("/internal/v1/token-exchange").willReturn(aResponse().withStatus(401)));
    }

    @Override
    protected Map<String, String> settings(WireMockServer server) {
        return Map.of(
                "FRONTDESK_ISSUER",
                TestTokens.ISSUER,
                "FRONTDESK_CLIENT_ID",
                "test-client",
                "FRONTDESK_CLIENT_SECRET",
                "test-secret");
    }

    /** The reply of a token endpoint of the auth-service: this bearer, for this tenant. */
    public static ResponseDefinitionBuilder grants(UUID tenant, String bearer, String scope) {
        return jsonResponse(
                Map.of(
                        "access_token",
                        bearer.substring("Bearer ".length()),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        Claims.TENANT_ID,
                        tenant,
                        "subject",
                        "test-caller",
                        Claims.SCOPE,
                        scope,
                        Claims.PLAN,
                        "free",
                        Claims.ACL,
                        List.of(),
                        "epochs",
                        Map.of()),
                200);
    }
}
