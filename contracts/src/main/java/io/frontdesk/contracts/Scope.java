package io.frontdesk.contracts;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may do. */
public enum Scope {
    CHAT(Names.CHAT),
    SEARCH(Names.SEARCH),
    DOCUMENTS_READ(Names.DOCUMENTS_READ),
    DOCUMENTS_WRITE(Names.DOCUMENTS_WRITE),
    TICKETS_READ(Names.TICKETS_READ),
    TICKETS_WRITE(Names.TICKETS_WRITE),
    ANALYTICS(Names.ANALYTICS),
    /** Everything within one tenant. */
    ADMIN(Names.ADMIN),
    /** The installation itself. */
    OPERATOR(Names.OPERATOR);

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    /** The name in tokens, keys and requests, such as {@code documents:read}. */
    public String wireName() {
        return wireName;
    }

    public static Optional<Scope> fromWireName(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(name))
                .findFirst();
    }

    /** The wire names as constants, for annotations. */
    public static final class Names {
        public static final String CHAT = "chat";
        public static final String SEARCH = "search";
        public static final String DOCUMENTS_READ = "documents:read";
        public static final String DOCUMENTS_WRITE = "documents:write";
        public static final String TICKETS_READ = "tickets:read";
        public static final String TICKETS_WRITE = "tickets:write";
        public static final String ANALYTICS = "analytics";
        public static final String ADMIN = "admin";
        public static final String OPERATOR = "operator";

        private Names() {}
    }
}
