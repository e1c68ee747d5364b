package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.upstream.UpstreamJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import java.util.Optional;

/**
 * One event of an answer as it stands in the stream ({@code text/event-stream}, WHATWG HTML section 9.2), without the blank
 * line that ends it.
 */
@RegisterForReflection(
        targets = {
            AnswerEvent.Started.class,
            AnswerEvent.Searching.class,
            AnswerEvent.Delta.class,
            AnswerEvent.Cited.class,
            AnswerEvent.Completed.class,
            AnswerEvent.Incomplete.class,
            AnswerEvent.Failed.class,
            AnswerEvent.Escalated.class
        },
        registerFullHierarchy = true)
record AnswerFrame(String text) {
    private static final String END = "\n\n";

    static AnswerFrame of(long id, AnswerEvent event) {
        return new AnswerFrame("event: %s\nid: %d\ndata: %s".formatted(event.name(), id, UpstreamJson.write(event)));
    }

    Buffer bytes() {
        return Buffer.buffer(text + END);
    }

    /** The event; empty for comments, and for events of a newer version, which are passed on all the same. */
    Optional<AnswerEvent> event() {
        return field("event").flatMap(AnswerEvent::typeOf).flatMap(type -> field("data")
                .map(data -> decode(data, type)));
    }

    Optional<Long> id() {
        return field("id").map(Long::parseLong);
    }

    /**
     * Reads the data.
     *
     * @throws DecodeException where it is not that of this event
     */
    private static AnswerEvent decode(String data, Class<? extends AnswerEvent> type) {
        return UpstreamJson.read(Buffer.buffer(data), type);
    }

    /** The value of a field; services write each field once, on one line. */
    private Optional<String> field(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
