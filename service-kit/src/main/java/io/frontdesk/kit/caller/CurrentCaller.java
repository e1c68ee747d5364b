package io.frontdesk.kit.caller;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
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
    /** The attribute of an identity that was not made of a token here, and brings its {@link Caller} along. */
    public static final String ATTRIBUTE = Caller.class.getName();

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The caller, from the verified token.
     *
     * @throws UnauthorizedException where there is no token, or one that lacks a claim of the house
     */
    public Caller get() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) {
            caller = identity.getPrincipal() instanceof JsonWebToken token ? of(token) : refuse();
        }
        MDC.put("tenant", caller.tenantId().toString());
        return caller;
    }

    /**
     * The caller that a verified token of the house names.
     *
     * @throws UnauthorizedException where it lacks a claim
     */
    public static Caller of(JsonWebToken token) {
        return new Caller(
                claim(token, Claims.TENANT_ID).map(CurrentCaller::tenant).orElseThrow(UnauthorizedException::new),
                token.getSubject(),
                scopes(claim(token, Claims.SCOPE).orElse("")),
                claim(token, Claims.PLAN).orElse(""),
                acl(token),
                token.getRawToken());
    }

    /** The caller that a grant is made to. */
    public static Caller of(TokenGrant grant) {
        return new Caller(
                grant.tenantId(),
                grant.subject(),
                scopes(grant.scope()),
                grant.plan(),
                grant.acl(),
                grant.accessToken());
    }

    private static UUID tenant(String claim) {
        try {
            return UUID.fromString(claim);
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedException(e);
        }
    }

    private static Caller refuse() {
        throw new UnauthorizedException();
    }

    /** The scopes of a {@code scope} claim; names that this version does not know give nothing. */
    public static Set<Scope> scopes(String claim) {
        return Arrays.stream(claim.split(" "))
                .flatMap(name -> Scope.fromWireName(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> acl(JsonWebToken token) {
        return token.<Collection<?>>claim(Claims.ACL).stream()
                .flatMap(Collection::stream)
                .map(CurrentCaller::text)
                .toList();
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        return token.claim(name).map(CurrentCaller::text);
    }

    private static String text(Object value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
