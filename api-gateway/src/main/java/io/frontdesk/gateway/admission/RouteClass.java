package io.frontdesk.gateway.admission;

import io.frontdesk.gateway.upstream.UpstreamService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Routes that are counted together, by the first part of their paths below {@code /v1}. */
public enum RouteClass {
    ANSWERS,
    SEARCH,
    DOCUMENTS,
    /** Whoever may call, and signing in. */
    AUTH,
    /** The rest: settings, figures, records. */
    OTHER;

    private static final String VERSION = "/v1/";
    private static final String WELL_KNOWN = "/.well-known/";
    private static final Set<String> OPEN_AIS = Set.of("chat", "responses", "models");
    private static final Map<String, RouteClass> BY_FIRST_PART = Map.ofEntries(
            Map.entry("answers", ANSWERS),
            Map.entry("chat", ANSWERS),
            Map.entry("responses", ANSWERS),
            Map.entry("models", ANSWERS),
            Map.entry("jobs", ANSWERS),
            Map.entry("search", SEARCH),
            Map.entry("documents", DOCUMENTS),
            Map.entry("sources", DOCUMENTS),
            Map.entry("dead-letters", DOCUMENTS),
            Map.entry("auth", AUTH),
            Map.entry("tenants", AUTH),
            Map.entry("users", AUTH),
            Map.entry("api-keys", AUTH),
            Map.entry("visitor-tokens", AUTH),
            Map.entry("identity-providers", AUTH));

    /** Whether requests are counted there at all: health and the description of the API are not. */
    public static boolean limits(String path) {
        return path.startsWith(VERSION) || path.startsWith(WELL_KNOWN);
    }

    static RouteClass of(String path) {
        if (!path.startsWith(VERSION)) {
            return path.startsWith(WELL_KNOWN) ? AUTH : OTHER;
        }
        return BY_FIRST_PART.getOrDefault(firstPart(path), OTHER);
    }

    /** The service without which none of these is answered; empty where some are. */
    Optional<UpstreamService> needs() {
        return this == SEARCH ? Optional.of(UpstreamService.RETRIEVAL) : Optional.empty();
    }

    /** Whether OpenAI's clients call it, and read what it answers as they would OpenAI's. */
    public static boolean isOpenAis(String path) {
        return path.startsWith(VERSION) && OPEN_AIS.contains(firstPart(path));
    }

    private static String firstPart(String path) {
        int end = path.indexOf('/', VERSION.length());
        return path.substring(VERSION.length(), end < 0 ? path.length() : end);
    }
}
