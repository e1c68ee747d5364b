package io.frontdesk.gateway.admission;

/**
 * What a gateway tells Redis of a window.
 *
 * @param seen how many there were when it last heard of them; of use to a Redis that lost them
 * @param owed how many it has let in by itself since
 */
record Told(Limit limit, long seen, long owed) {}
