package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.work.Worker;
import io.frontdesk.kit.resilience.Backoff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Visits one page and says what becomes of its document. A page that is gone for good (410) is deleted at once; one that is not
 * found (404) only when it is not found a second time, a while later, since stray ones come with every deployment of a site.
 * Whatever else goes wrong with a page that was fetched before leaves its document as it is until the next visit.
 */
@ApplicationScoped
class Visiting {
    private static final Logger LOG = Logger.getLogger(Visiting.class);

    private final VisitStore visits;
    private final Fetcher fetcher;
    private final Worker worker;
    private final Backoff pauses;
    private final WebConfig config;

    Visiting(VisitStore visits, Fetcher fetcher, Worker worker, WebConfig config) {
        this.visits = visits;
        this.fetcher = fetcher;
        this.worker = worker;
        this.pauses = Pauses.of(config);
        this.config = config;
    }

    Uni<Void> run(Visit visit) {
        return visits.begin(visit)
                .chain(found -> found.map(page -> run(visit, page))
                        .orElse(Uni.createFrom().voidItem()))
                .invoke(worker::wake);
    }

    private Uni<Void> run(Visit visit, Page page) {
        if (visit.attempts() > config.attempts()) {
            return visits.fail(visit, new Failure("worker_lost", "each replica that fetched it was lost"), next(page));
        }
        return fetcher.page(page).chain(fetched -> settle(visit, page, fetched));
    }

    private Uni<Void> settle(Visit visit, Page page, Fetched fetched) {
        return switch (fetched) {
            case Fetched.Content content -> visits.keep(visit, content, next(page));
            case Fetched.Unchanged unchanged -> visits.leave(visit, next(page));
            case Fetched.Missing missing -> missing(visit, page, missing);
            case Fetched.Refused refused -> fail(visit, page, refused.failure());
            case Fetched.Failed failed -> tryAgain(visit, page, failed);
            case Fetched.Busy busy -> visits.putOff(visit, pauses.shortened(config.pause()), false);
        };
    }

    private Uni<Void> missing(Visit visit, Page page, Fetched.Missing missing) {
        if (page.contentHash() == null) {
            return fail(visit, page, missing.failure());
        }
        return missing.forGood() || page.misses() > 0 ? visits.delete(visit) : visits.miss(visit, config.secondLook());
    }

    private Uni<Void> tryAgain(Visit visit, Page page, Fetched.Failed failed) {
        if (visit.attempts() >= config.attempts()) {
            return fail(visit, page, failed.failure());
        }
        return visits.putOff(visit, pauses.after(visit.attempts(), failed.retryAfter()), true);
    }

    private Uni<Void> fail(Visit visit, Page page, Failure failure) {
        LOG.infof("Document %s could not be fetched: %s", page.documentId(), failure.reason());
        return page.contentHash() == null ? visits.fail(visit, failure, next(page)) : visits.leave(visit, next(page));
    }

    private @Nullable Duration next(Page page) {
        return Optional.ofNullable(page.recrawl()).map(pauses::shortened).orElse(null);
    }
}
