package io.frontdesk.gateway.admission;

import java.util.List;

/**
 * Whether a request is let in.
 *
 * @param shared whether this gateway enforced its share, since Redis could not say
 * @param states in the order of the limits
 */
record Decision(boolean admitted, boolean shared, List<State> states) {
    Decision {
        states = List.copyOf(states);
    }

    /**
     * How much of a limit is left.
     *
     * @param reset milliseconds until there is more
     * @param refusedFor milliseconds until the next request is let in; 0 where this limit lets one in
     */
    record State(Limit limit, long left, long reset, long refusedFor) {}
}
