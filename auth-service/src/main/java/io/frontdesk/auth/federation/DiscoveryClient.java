package io.frontdesk.auth.federation;

import io.frontdesk.kit.outbound.Limits;
import io.frontdesk.kit.outbound.OutboundClient;
import io.frontdesk.kit.outbound.OutboundResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jose4j.lang.JoseException;

/** Fetches the keys of foreign issuers (OpenID Connect Discovery 1.0), through the guard, for so many at once. */
@ApplicationScoped
class DiscoveryClient {
    private static final String PATH = "/.well-known/openid-configuration";
    private static final Map<String, String> HEADERS = Map.of("accept", "application/json");
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), 256 * 1024);
    private static final int AT_ONCE = 64;

    private final OutboundClient http;
    private final Semaphore slots = new Semaphore(AT_ONCE);

    DiscoveryClient(OutboundClient http) {
        this.http = http;
    }

    /** The keys that an issuer signs with; fails where it does not tell, or its document is that of another. */
    Uni<KeySet> keys(String issuer) {
        if (!slots.tryAcquire()) {
            return Uni.createFrom().failure(new DiscoveryFailed("too many issuers are being asked"));
        }
        return http.get(withoutSlash(issuer) + PATH, HEADERS, LIMITS)
                .map(document -> keysUri(document, issuer))
                .chain(uri -> http.get(uri, HEADERS, LIMITS))
                .map(DiscoveryClient::keySet)
                .onTermination()
                .invoke(() -> slots.release());
    }

    private static String withoutSlash(String issuer) {
        return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    }

    private static String keysUri(OutboundResponse response, String issuer) {
        try {
            var document = new JsonObject(requireOk(response).body());
            if (!issuer.equals(document.getValue("issuer"))) {
                throw new DiscoveryFailed("its discovery document is of another issuer");
            }
            return document.getValue("jwks_uri") instanceof String uri ? uri : noKeys();
        } catch (DecodeException e) {
            throw new DiscoveryFailed("its discovery document is no JSON");
        }
    }

    private static String noKeys() {
        throw new DiscoveryFailed("its discovery document names no jwks_uri");
    }

    private static KeySet keySet(OutboundResponse response) {
        try {
            return KeySet.parse(requireOk(response).body().toString());
        } catch (JoseException e) {
            throw new DiscoveryFailed("its keys are no JWKS");
        }
    }

    private static OutboundResponse requireOk(OutboundResponse response) {
        if (response.status() != 200) {
            throw new DiscoveryFailed("it answers " + response.status());
        }
        return response;
    }

    /** Why there are no keys. */
    static final class DiscoveryFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DiscoveryFailed(String why) {
            super(why, null, false, false);
        }
    }
}
