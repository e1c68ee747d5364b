package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.stream.EventFrame;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import java.util.Optional;

/** Events of an answer as they stand in a stream, and back. */
@RegisterForReflection(
        targets = {
            AnswerEvent.Started.class,
            AnswerEvent.Searching.class,
            AnswerEvent.Waiting.class,
            AnswerEvent.Delta.class,
            AnswerEvent.Cited.class,
            AnswerEvent.Completed.class,
            AnswerEvent.Incomplete.class,
            AnswerEvent.Failed.class,
            AnswerEvent.Escalated.class
        },
        registerFullHierarchy = true)
final class AnswerFrame {
    private AnswerFrame() {}

    static EventFrame of(long id, AnswerEvent event) {
        return new EventFrame("event: %s\nid: %d\ndata: %s".formatted(event.name(), id, UpstreamJson.write(event)));
    }

    /** The event; empty for comments, and for events of a newer version, which are passed on all the same. */
    static Optional<AnswerEvent> event(EventFrame frame) {
        return frame.field("event").flatMap(AnswerEvent::typeOf).flatMap(type -> frame.field("data")
                .map(data -> decode(data, type)));
    }

    /**
     * Reads the data.
     *
     * @throws DecodeException where it is not that of this event
     */
    private static AnswerEvent decode(String data, Class<? extends AnswerEvent> type) {
        return UpstreamJson.read(Buffer.buffer(data), type);
    }
}
