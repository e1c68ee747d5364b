package io.frontdesk.gateway.browsers;

import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_MAX_AGE;
import static io.vertx.core.http.HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD;
import static io.vertx.core.http.HttpHeaders.ORIGIN;
import static io.vertx.core.http.HttpHeaders.VARY;

import io.frontdesk.contracts.Headers;
import io.frontdesk.gateway.problem.GatewayError;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Requests of scripts of other websites (Fetch standard, section 3.3). A preflight carries no credential, so that nobody knows whose
 * tenant it is about: it is answered the same to everybody. The request after it carries one, and is done only where the tenant
 * lists the website. What has no caller, such as a 401 or the discovery of OIDC, may be read by everybody. Browsers have nothing of
 * their own to send along, since no cookie authenticates here.
 */
@ApplicationScoped
public class CrossOrigin {
    /** After the request has its id, and before everything that browsers may be answered by. */
    private static final int EARLY = 997;

    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";

    /** The star stands for all but the first. */
    private static final String REQUEST_HEADERS = "Authorization, " + Headers.API_KEY + ", Content-Type, *";

    private static final String RESPONSE_HEADERS =
            String.join(", ", Headers.REQUEST_ID, Headers.ANSWER, "Retry-After", ANY);

    /** In seconds; Chromium remembers it no longer. */
    private static final String MAX_AGE = "7200";

    private final AllowedOrigins allowed;

    CrossOrigin(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    void register(@Observes Filters filters) {
        filters.register(CrossOrigin::tellBrowsers, EARLY);
    }

    private static void tellBrowsers(RoutingContext context) {
        MultiMap request = context.request().headers();
        MultiMap response = context.response().headers();
        response.add(VARY, ORIGIN);
        if (!request.contains(ORIGIN)) {
            context.next();
            return;
        }
        response.set(ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        boolean preflight =
                context.request().method() == HttpMethod.OPTIONS && request.contains(ACCESS_CONTROL_REQUEST_METHOD);
        if (preflight) {
            response.set(ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .set(ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .set(ACCESS_CONTROL_MAX_AGE, MAX_AGE);
            context.response().setStatusCode(204).end();
        } else {
            response.set(ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
            context.next();
        }
    }

    /**
     * Lets a tenant's request go on.
     *
     * @param settingsVersion of the tenant at this moment; empty where nobody knows
     * @return fails with {@link GatewayError.WebsiteRefused} where the tenant does not list the website whose script asks
     */
    public Uni<Void> admit(RoutingContext context, UUID tenant, OptionalLong settingsVersion) {
        String origin = context.request().getHeader(ORIGIN);
        if (origin == null || isOurs(origin, context.request())) {
            return Uni.createFrom().voidItem();
        }
        return allowed.of(tenant, settingsVersion)
                .invoke(origins -> decide(origin, origins, context.response()))
                .replaceWithVoid();
    }

    /** Browsers name the origin of what they post to it, too. The scheme is a proxy's, which may have ended TLS. */
    private static boolean isOurs(String origin, HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && origin.replaceFirst("^https?://", "").equalsIgnoreCase(authority.toString());
    }

    private static void decide(String origin, Set<String> origins, HttpServerResponse response) {
        if (origins.contains(ANY)) {
            return;
        }
        if (!origins.contains(origin)) {
            response.headers().remove(ACCESS_CONTROL_ALLOW_ORIGIN).remove(ACCESS_CONTROL_EXPOSE_HEADERS);
            throw new GatewayError.WebsiteRefused();
        }
        response.putHeader(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}
