package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.stream.EventFrame;
import java.util.List;

/** One answer as some of OpenAI's clients read it: as it comes, or whole. */
interface Form {
    /** What a client is told of an event; nothing of those for which there are no words. */
    List<EventFrame> frames(AnswerEvent event);

    /** What a client that waits is told. */
    Object whole(AnswerEnd.Finished end);
}
