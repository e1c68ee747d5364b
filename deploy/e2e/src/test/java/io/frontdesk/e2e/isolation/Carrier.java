package io.frontdesk.e2e.isolation;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One way in which a caller shows who it is.
 *
 * @param services whose operations take it
 * @param scopes that it gives, those implied by others included
 */
record Carrier(String name, Set<String> services, Set<String> scopes, Credential credential) {

    /** Headers that are made when they are first asked for, and again when the credential was refused. */
    static final class Credential {
        private final Supplier<Map<String, String>> maker;
        private Map<String, String> headers = Map.of();
        private boolean made;

        Credential(Supplier<Map<String, String>> maker) {
            this.maker = maker;
        }

        Map<String, String> headers() {
            if (!made) {
                headers = maker.get();
                made = true;
            }
            return headers;
        }

        void renew() {
            made = false;
        }
    }

    /** Whether it names no caller of a tenant. */
    boolean isAnonymous() {
        return scopes.isEmpty();
    }

    static Carrier none(Set<String> services) {
        return new Carrier("no credential", services, Set.of(), new Credential(Map::of));
    }
}
