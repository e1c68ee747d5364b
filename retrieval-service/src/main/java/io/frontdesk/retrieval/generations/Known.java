package io.frontdesk.retrieval.generations;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generations at one moment.
 *
 * @param live the one that is searched
 * @param building the one that will be, where a change of models is under way
 */
public record Known(Generation live, @Nullable Generation building) {
    Stream<Generation> all() {
        return building == null ? Stream.of(live) : Stream.of(live, building);
    }
}
