package io.frontdesk.kit.caller;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Scope;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;

/** The {@link Caller} of the request at hand. */
@ApplicationScoped
public class CurrentCaller {
    private final JsonWebToken token;

    CurrentCaller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The caller, from the verified token.
     *
     * @throws UnauthorizedException where there is no token, or one that lacks a claim of the house
     */
    public Caller get() {
        String raw = token.getRawToken();
        if (raw == null) {
            throw new UnauthorizedException();
        }
        var caller = new Caller(
                tenantId(), token.getSubject(), scopes(), claim(Claims.PLAN).orElse(""), acl(), raw);
        MDC.put("tenant", caller.tenantId().toString());
        return caller;
    }

    private UUID tenantId() {
        return claim(Claims.TENANT_ID).map(UUID::fromString).orElseThrow(UnauthorizedException::new);
    }

    private Set<Scope> scopes() {
        return Arrays.stream(claim(Claims.SCOPE).orElse("").split(" "))
                .flatMap(name -> Scope.fromWireName(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> acl() {
        return token.<Collection<?>>claim(Claims.ACL).stream()
                .flatMap(Collection::stream)
                .map(CurrentCaller::text)
                .toList();
    }

    private Optional<String> claim(String name) {
        return token.claim(name).map(CurrentCaller::text);
    }

    private static String text(Object value) {
        return value instanceof JsonString string
                ? string.getString()
                : value instanceof JsonValue json ? json.toString() : String.valueOf(value);
    }
}
