package io.frontdesk.ingestion.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gathers what a sitemap lists, and those that it leads to. All of it is read, or none. */
@ApplicationScoped
class SitemapWalk {
    private final Fetcher fetcher;
    private final WebConfig config;

    SitemapWalk(Fetcher fetcher, WebConfig config) {
        this.fetcher = fetcher;
        this.config = config;
    }

    /** The addresses of pages, each once; fails with {@link Broken}. */
    Uni<List<String>> pages(String sitemapUrl) {
        var way = new Way(
                new ArrayDeque<>(List.of(sitemapUrl)), new HashSet<>(Set.of(sitemapUrl)), new LinkedHashSet<>());
        return Uni.createFrom()
                .deferred(() -> next(way))
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni()
                .map(done -> List.copyOf(way.pages()));
    }

    /** Why there are no pages. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Fetched cause;

        Broken(Fetched cause) {
            super("sitemap", null, false, false);
            this.cause = cause;
        }

        Fetched why() {
            return cause;
        }
    }

    private record Way(Deque<String> ahead, Set<String> known, Set<String> pages) {}

    /** Whether there are more. */
    private Uni<Boolean> next(Way way) {
        String url = way.ahead().remove();
        return fetcher.sitemap(url)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(fetched -> read(url, fetched))
                .map(read -> {
                    way.pages().addAll(read.pages());
                    read.sitemaps().stream().filter(way.known()::add).forEach(way.ahead()::add);
                    refuseTooMany(way);
                    return !way.ahead().isEmpty();
                });
    }

    private Sitemap read(String url, Fetched fetched) {
        if (!(fetched instanceof Fetched.Content content)) {
            throw new Broken(fetched);
        }
        try {
            return Sitemap.read(
                    content.bytes(),
                    url,
                    Math.toIntExact(config.maxSitemapBytes().asLongValue()));
        } catch (IOException e) {
            throw broken("no_sitemap", "it cannot be read as a sitemap");
        }
    }

    private void refuseTooMany(Way way) {
        if (way.pages().size() > config.maxPages()) {
            throw broken(
                    "too_many_pages", String.format(Locale.ROOT, "it lists more than %,d pages", config.maxPages()));
        }
        if (way.known().size() > config.maxSitemaps()) {
            throw broken(
                    "too_many_sitemaps",
                    String.format(Locale.ROOT, "it leads to more than %,d sitemaps", config.maxSitemaps()));
        }
    }

    private static Broken broken(String code, String message) {
        return new Broken(Fetched.refused(code, message));
    }
}
