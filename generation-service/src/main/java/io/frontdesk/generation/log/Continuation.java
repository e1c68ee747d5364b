package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.kit.caller.Caller;
import java.util.List;
import java.util.Optional;

/** Goes on with answers that another replica has left behind. */
public interface Continuation {
    /**
     * An answer without a writer.
     *
     * @param conversation as the question found it
     * @param told what its log holds, in order
     * @param findings what its writer left for whoever goes on
     */
    record Interrupted(Ask ask, Conversation conversation, List<AnswerEvent> told, Optional<String> findings) {
        public Interrupted {
            told = List.copyOf(told);
        }
    }

    /**
     * The rest of an answer; where it cannot be had, its end.
     *
     * @param reader somebody who waits for it, on whose behalf may be searched where its labels are those of the question
     */
    Story goOn(Interrupted answer, Optional<Caller> reader);
}
