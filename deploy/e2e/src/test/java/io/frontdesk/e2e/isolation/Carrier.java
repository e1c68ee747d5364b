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
public record Carrier(Kind kind, String name, Set<String> services, Set<String> scopes, Credential credential) {
    /** Who stands behind a credential. */
    public enum Kind {
        KEY,
        USER,
        VISITOR,
        OPERATOR,
        /** A service at work for a tenant. */
        WORKER,
        /** A service that says no more than which one it is. */
        SERVICE,
        NOBODY
    }

    /** Headers that are made when they are first asked for, and again when the credential was refused. */
    public static final class Credential {
        private final Supplier<Map<String, String>> maker;
        private Map<String, String> headers = Map.of();
        private boolean made;

        public Credential(Supplier<Map<String, String>> maker) {
            this.maker = maker;
        }

        public Map<String, String> headers() {
            if (!made) {
                headers = maker.get();
                made = true;
            }
            return headers;
        }

        public void renew() {
            made = false;
        }
    }

    /** Whether it names no caller of a tenant. */
    boolean isAnonymous() {
        return kind == Kind.SERVICE || kind == Kind.NOBODY;
    }

    public static Carrier none(Set<String> services) {
        return new Carrier(Kind.NOBODY, "no credential", services, Set.of(), new Credential(Map::of));
    }
}
