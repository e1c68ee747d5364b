package io.frontdesk.ingestion.web;

import io.frontdesk.kit.outbound.OutboundError;
import io.frontdesk.kit.outbound.OutboundGuard;
import io.frontdesk.kit.outbound.OutboundResponse;
import io.frontdesk.kit.outbound.OutboundUrl;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Fetches over at most five redirects, each of which is a request like the first: judged by the guard, robots.txt and turn. */
@ApplicationScoped
class Fetcher {
    private static final Logger LOG = Logger.getLogger(Fetcher.class);
    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);

    private final PoliteClient http;
    private final OutboundGuard guard;
    private final Answers answers;
    private final WebConfig config;

    Fetcher(PoliteClient http, OutboundGuard guard, Answers answers, WebConfig config) {
        this.http = http;
        this.guard = guard;
        this.answers = answers;
        this.config = config;
    }

    /** Fetches a page, or finds that it is as it was. Never fails. */
    Uni<Fetched> page(Page page) {
        Map<String, String> conditions = new HashMap<>();
        if (page.etag() != null) {
            conditions.put("If-None-Match", page.etag());
        }
        if (page.lastModified() != null) {
            conditions.put("If-Modified-Since", page.lastModified());
        }
        return fetch(
                page.address(), conditions, answers::page, config.maxPageBytes().asLongValue());
    }

    /** Fetches a sitemap, of whatever type. Never fails. */
    Uni<Fetched> sitemap(String url) {
        return fetch(url, Map.of(), answers::sitemap, config.maxSitemapBytes().asLongValue());
    }

    /** What becomes of an answer. */
    private interface Meaning {
        /** Of an answer to which one came over redirects, if any, that were all permanent, or were not. */
        Fetched of(OutboundResponse answer, boolean redirected, boolean forGood);
    }

    private Uni<Fetched> fetch(String address, Map<String, String> conditions, Meaning meaning, long maxBytes) {
        return Uni.createFrom()
                .deferred(() -> follow(guard.read(address), conditions, meaning, Math.toIntExact(maxBytes), 0, true))
                .onFailure()
                .recoverWithItem(e -> failure(address, e));
    }

    /** The conditions are about what the address itself gives, and go no further. */
    private Uni<Fetched> follow(
            OutboundUrl url,
            Map<String, String> conditions,
            Meaning meaning,
            int maxBytes,
            int redirects,
            boolean forGood) {
        Map<String, String> headers = new HashMap<>(conditions);
        headers.put("Accept-Encoding", "gzip");
        return http.get(url, headers, maxBytes).chain(answer -> {
            var next = answer.redirect();
            if (next.isEmpty()) {
                return Uni.createFrom().item(meaning.of(answer, redirects > 0, forGood));
            }
            if (redirects == MAX_REDIRECTS) {
                return Uni.createFrom()
                        .item(Fetched.refused("too_many_redirects", "it redirects more than five times"));
            }
            boolean stillForGood = forGood && FOR_GOOD.contains(answer.status());
            return follow(next.get(), Map.of(), meaning, maxBytes, redirects + 1, stillForGood);
        });
    }

    private static Fetched failure(String address, Throwable cause) {
        return switch (cause) {
            case OutboundError.Refused refused -> Fetched.refused("url_refused", String.valueOf(refused.getMessage()));
            case OutboundError.TooLarge tooLarge -> Fetched.refused("too_large", String.valueOf(tooLarge.getMessage()));
            case OutboundError.Failed failed -> Fetched.failed("unreachable", String.valueOf(failed.getMessage()));
            case RobotsRefused robots ->
                Fetched.refused("robots_disallowed", "the site's robots.txt does not let us fetch it");
            case RobotsUnread robots
            when robots.isAnswered() -> Fetched.failed("robots_unavailable", "the site's robots.txt cannot be read");
            case RobotsUnread silence -> Fetched.failed("unreachable", "the site does not answer");
            case HostBusy busy -> new Fetched.Busy();
            default -> {
                LOG.warnf(cause, "Fetching %s failed unexpectedly", address);
                yield Fetched.failed("internal_error", "something went wrong here, each time");
            }
        };
    }
}
