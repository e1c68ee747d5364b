package io.frontdesk.gateway.admission;

import java.util.List;

/**
 * What a gateway tells Redis of a window.
 *
 * @param seen how many there were when it last heard of them; of use to a Redis that lost them
 * @param owed how many it has let in by itself since
 */
record Told(Limit limit, long seen, long owed) {
    /** The same window of several questions. */
    static Told together(List<Told> same) {
        return new Told(
                same.getLast().limit(),
                same.stream().mapToLong(Told::seen).max().orElse(0),
                same.stream().mapToLong(Told::owed).sum());
    }
}
