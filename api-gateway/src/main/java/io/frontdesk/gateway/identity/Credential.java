package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.Headers;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;

/** What a request says of its caller. One place reads all carriers, so that what holds for one holds for the others. */
sealed interface Credential {
    /** A request that names nobody. */
    record Absent() implements Credential {}

    /** Several credentials, or one that is not in a form that is taken here. */
    record Malformed() implements Credential {}

    /** An API key or a token. */
    record Presented(String secret) implements Credential {
        /** Keeps it out of logs. */
        @Override
        public String toString() {
            return "Presented[…]";
        }
    }

    int LONGEST = 8_192;
    String BEARER = "bearer ";

    static Credential of(MultiMap headers) {
        List<String> authorizations = headers.getAll(HttpHeaders.AUTHORIZATION);
        List<String> keys = headers.getAll(Headers.API_KEY);
        if (authorizations.size() + keys.size() > 1) {
            return new Malformed();
        }
        return Stream.concat(
                        authorizations.stream().map(Credential::bearer),
                        keys.stream().map(Credential::presented))
                .findFirst()
                .orElseGet(Absent::new);
    }

    private static Credential bearer(String authorization) {
        boolean isBearer = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return isBearer ? presented(authorization.substring(BEARER.length()).strip()) : new Malformed();
    }

    /** Printable ASCII without spaces: what a token or key is made of, and nothing else is sent on. */
    private static Credential presented(String secret) {
        boolean wellFormed = !secret.isEmpty()
                && secret.length() <= LONGEST
                && secret.chars().allMatch(character -> character > ' ' && character < 127);
        return wellFormed ? new Presented(secret) : new Malformed();
    }
}
