package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.generation.writing.Draft;
import io.frontdesk.generation.writing.Said;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.deadline.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A question on its way, with what is known of it.
 *
 * @param request as it is meant, in words that stand alone where they were found
 * @param history what was said before
 * @param said what was told of the answer by a replica that left it behind
 * @param searched whether that was told that it searches
 * @param known what that had found
 * @param deadline by when it is wanted, where it is for one who waits alone
 * @param findings takes what is found, for whoever goes on
 */
record Asked(
        Ask ask,
        AnswerRequest request,
        History history,
        Caller caller,
        AnswerSettings settings,
        Steps steps,
        Said said,
        boolean searched,
        Optional<SearchReply> known,
        Optional<Deadline> deadline,
        Consumer<SearchReply> findings) {
    Draft draft(List<Passage> passages) {
        return new Draft(ask.id(), ask.conversationId(), request.question(), passages, settings, history, steps);
    }
}
