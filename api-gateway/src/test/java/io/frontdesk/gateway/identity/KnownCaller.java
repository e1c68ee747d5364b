package io.frontdesk.gateway.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A caller whose credential may be granted something else, or nothing, from one moment to the next. */
public record KnownCaller(WireMockServer auth, UUID tenant, String subject, String credential) {
    private static final String EXCHANGE = "/internal/v1/token-exchange";

    public static KnownCaller of(WireMockServer auth) {
        return new KnownCaller(auth, Ids.next(), "user:1", "fd_" + Ids.next() + "_secret");
    }

    /** Another of the same tenant. */
    public KnownCaller colleague(String subject) {
        return new KnownCaller(auth, tenant, subject, "fd_" + Ids.next() + "_secret");
    }

    public void isGranted(String token, String plan, Map<String, Long> epochs) {
        isGranted(token, plan, epochs, Map.of());
    }

    /** @param limits that its tenant has settled, with their version, by their names on the wire */
    public void isGranted(String token, String plan, Map<String, Long> epochs, Map<String, Long> limits) {
        var grant = new HashMap<String, Object>(Map.of(
                "access_token",
                token,
                "token_type",
                "Bearer",
                "expires_in",
                300,
                "tenant_id",
                tenant,
                "subject",
                subject,
                "scope",
                "search chat documents:read admin",
                "plan",
                plan,
                "acl",
                List.of("staff"),
                "epochs",
                epochs));
        if (!limits.isEmpty()) {
            grant.put("limits", limits);
        }
        auth.stubFor(exchange().willReturn(jsonResponse(grant, 200)));
    }

    void isRefused() {
        auth.stubFor(exchange().willReturn(aResponse().withStatus(401)));
    }

    private MappingBuilder exchange() {
        return post(EXCHANGE).withRequestBody(matchingJsonPath("$.credential", equalTo(credential)));
    }

    /** How often the auth-service was asked about the credential. */
    int exchanges() {
        return auth.findAll(postRequestedFor(urlEqualTo(EXCHANGE))
                        .withRequestBody(matchingJsonPath("$.credential", equalTo(credential))))
                .size();
    }

    String state() {
        return TenantState.key(tenant);
    }
}
