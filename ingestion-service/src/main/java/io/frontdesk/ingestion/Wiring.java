package io.frontdesk.ingestion;

import io.frontdesk.ingestion.chunk.Chunker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Plain classes as beans. */
@ApplicationScoped
class Wiring {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Chunker chunker() {
        return new Chunker();
    }
}
