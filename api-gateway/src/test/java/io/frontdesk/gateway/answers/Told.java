package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Money;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.UUID;

/** Answers as the generation-service tells them. */
public final class Told {
    public static final UUID ID = Ids.next();
    public static final UUID CONVERSATION = Ids.next();
    public static final AnswerEvent STARTED = new AnswerEvent.Started(ID, CONVERSATION);
    public static final AnswerEvent SEARCHING = new AnswerEvent.Searching();
    public static final Citation CITATION = new Citation(1, Ids.next(), "Returns", null, "You have 30 days.");
    public static final AnswerEvent CITED = new AnswerEvent.Cited(CITATION);

    private Told() {}

    public static AnswerEvent delta(String text) {
        return new AnswerEvent.Delta(text);
    }

    public static Answer answer(String text) {
        return new Answer(
                ID,
                text,
                Answer.Outcome.ANSWERED,
                List.of(CITATION),
                0.9,
                Answer.Cache.MISS,
                "extractive",
                CONVERSATION,
                new Usage(1, 2, Money.NONE),
                null);
    }

    /** A response that has begun, and waits for its events. */
    public static HttpServerResponse begin(HttpServerRequest request) {
        return request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
    }

    public static void tell(HttpServerResponse response, int firstId, AnswerEvent... events) {
        tell(response, firstId, List.of(events));
    }

    public static void tell(HttpServerResponse response, int firstId, List<AnswerEvent> events) {
        int id = firstId;
        for (AnswerEvent event : events) {
            response.write(AnswerFrame.of(id++, event).bytes());
        }
    }

    /** These events, from the first to the last, and then the end of the stream. */
    public static void all(HttpServerRequest request, AnswerEvent... events) {
        var response = begin(request);
        tell(response, 1, events);
        response.end();
    }
}
