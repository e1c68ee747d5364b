package io.frontdesk.ingestion.web;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Hands out, across tenants, what is due on the web. */
public interface CrawlStore {
    /** Takes the next page: of the host that waited longest, of any of the tenants who want one of it. Empty where none may be asked. */
    Uni<Optional<Visit>> nextPage();

    /** Takes the next source that is to be read. */
    Uni<Optional<Reading>> nextSource();
}
