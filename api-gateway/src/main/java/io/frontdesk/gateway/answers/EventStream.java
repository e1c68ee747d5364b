package io.frontdesk.gateway.answers;

import io.smallrye.mutiny.Multi;

/** A response body of frames that are sent as they come; {@link EventStreamWriter} writes it. */
record EventStream(Multi<AnswerFrame> frames) {}
