package io.frontdesk.retrieval.generations;

import io.smallrye.mutiny.Uni;

/** Knows which generations there are. */
public interface GenerationStore {
    Uni<Known> read();
}
