package io.frontdesk.generation.answer;

import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.log.Beginning;
import io.frontdesk.generation.log.Begun;
import io.frontdesk.generation.settings.AnswerSettings;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer that has begun, and is still to be told.
 *
 * @param conversation as the question found it
 */
record BegunAnswer(Beginning beginning, Begun.Tellable begun, Conversation conversation, AnswerSettings settings) {
    /** Its id, where it is in a log that others can tell too. */
    Optional<UUID> logged() {
        return begun instanceof Begun.Unkept
                ? Optional.empty()
                : Optional.of(beginning.ask().id());
    }
}
