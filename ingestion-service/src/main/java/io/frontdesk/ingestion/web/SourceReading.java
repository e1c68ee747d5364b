package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.work.Worker;
import io.frontdesk.kit.outbound.OutboundGuard;
import io.frontdesk.kit.resilience.Backoff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reads a source: pages that are new become documents, those that it no longer lists are deleted. A sitemap that cannot be read
 * in full deletes nothing, and neither does one that is empty: that is a mistake far more often than a wish.
 */
@ApplicationScoped
class SourceReading {
    private static final Logger LOG = Logger.getLogger(SourceReading.class);

    private final ReadingStore readings;
    private final SitemapWalk sitemaps;
    private final OutboundGuard guard;
    private final Worker worker;
    private final Backoff pauses;
    private final WebConfig config;

    SourceReading(ReadingStore readings, SitemapWalk sitemaps, OutboundGuard guard, Worker worker, WebConfig config) {
        this.readings = readings;
        this.sitemaps = sitemaps;
        this.guard = guard;
        this.worker = worker;
        this.pauses = Pauses.of(config);
        this.config = config;
    }

    Uni<Void> run(Reading reading) {
        return readings.begin(reading)
                .chain(found -> found.map(source -> source.deleted() ? delete(reading) : read(reading, source))
                        .orElse(Uni.createFrom().voidItem()))
                .onFailure(ReadingLost.class)
                .recoverWithNull()
                .invoke(worker::wake);
    }

    private Uni<Void> delete(Reading reading) {
        return deleteUnlisted(reading).chain(() -> readings.delete(reading));
    }

    private Uni<Void> read(Reading reading, Source source) {
        Duration next = pauses.shortened(source.recrawl());
        if (reading.attempts() > config.attempts()) {
            return readings.fail(reading, new Failure("worker_lost", "each replica that read it was lost"), next);
        }
        return sitemaps.pages(source.sitemapUrl())
                .ifNoItem()
                .after(config.readingTime())
                .failWith(() -> new SitemapWalk.Broken(
                        Fetched.failed("timeout", "reading it took longer than " + config.readingTime())))
                .chain(urls -> take(reading, source, urls, next))
                .onFailure(SitemapWalk.Broken.class)
                .recoverWithUni(e -> broken(reading, ((SitemapWalk.Broken) e).why(), next));
    }

    private Uni<Void> take(Reading reading, Source source, List<String> urls, Duration next) {
        List<WantedPage> pages = new ArrayList<>();
        for (String url : urls) {
            try {
                WantedPage page = WantedPage.of("url", url, source.recrawl());
                page.check(guard, "url");
                pages.add(page);
            } catch (InvalidField e) {
                LOG.debugf("Source %s lists what may not be asked", source.id());
            }
        }
        if (urls.isEmpty()) {
            return readings.fail(reading, new Failure("empty", "it lists no page"), next);
        }
        return readings.list(reading, source, pages)
                .chain(() -> deleteUnlisted(reading))
                .chain(() -> readings.finish(reading, urls.size() - pages.size(), next));
    }

    private Uni<Void> deleteUnlisted(Reading reading) {
        return Uni.createFrom()
                .deferred(() -> readings.deleteUnlisted(reading))
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> broken(Reading reading, Fetched why, Duration next) {
        return switch (why) {
            case Fetched.Missing missing -> readings.fail(reading, missing.failure(), next);
            case Fetched.Refused refused -> readings.fail(reading, refused.failure(), next);
            case Fetched.Failed failed
            when reading.attempts() < config.attempts() ->
                readings.putOff(reading, failed.failure(), pauses.after(reading.attempts(), failed.retryAfter()));
            case Fetched.Failed failed -> readings.fail(reading, failed.failure(), next);
            default -> readings.putOff(reading, new Failure("busy", "its host is being asked"), config.pause());
        };
    }
}
