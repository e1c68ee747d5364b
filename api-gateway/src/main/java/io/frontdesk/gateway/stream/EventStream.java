package io.frontdesk.gateway.stream;

import io.smallrye.mutiny.Multi;

/**
 * A response body of frames that are sent as they come; {@link EventStreamWriter} writes it.
 *
 * @param resumable whether the client can go on elsewhere from the event it has seen last
 */
public record EventStream(Multi<EventFrame> frames, boolean resumable) {}
