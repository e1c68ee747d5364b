package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.conversation.Rewriting;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.log.Beginning;
import io.frontdesk.generation.log.Continuation;
import io.frontdesk.generation.log.LogEvent;
import io.frontdesk.generation.log.SoFar;
import io.frontdesk.generation.log.Story;
import io.frontdesk.generation.settings.SettingsOfTenants;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.generation.writing.CannotGoOn;
import io.frontdesk.generation.writing.Said;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.deadline.Deadline;
import io.frontdesk.kit.deadline.Deadlines;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Answers questions. What happens is told by the log, whoever reads it; an answer that another replica has left behind goes through
 * the same steps, and says what is left to say.
 */
@ApplicationScoped
public class AnswerService implements Continuation {
    private final SettingsOfTenants settings;
    private final Rewriting rewriting;
    private final Answering answering;
    private final AnswerLog log;
    private final AnswerStories stories;

    AnswerService(
            SettingsOfTenants settings,
            Rewriting rewriting,
            Answering answering,
            AnswerLog log,
            AnswerStories stories) {
        this.settings = settings;
        this.rewriting = rewriting;
        this.answering = answering;
        this.log = log;
        this.stories = stories;
    }

    /** The events of an answer to one who reads them; work begins with the subscription. */
    Multi<LogEvent> tell(BegunAnswer answer, AnswerLog.Reader reader) {
        Beginning beginning = answer.beginning();
        Ask ask = beginning.ask();
        Steps steps = Steps.begin();
        Conversation before = rewriting.before(ask.request(), answer.conversation());
        AnswerRequest meant = rewriting.meant(ask.request(), before, steps);
        History history = rewriting.history(before);
        Optional<Deadline> deadline = reader.mayComeBack() ? Optional.empty() : ownDeadline(beginning);
        Story story = stories.of(
                ask,
                meant.question(),
                beginning.first(),
                steps,
                findings -> answering.answer(new Asked(
                        ask,
                        meant,
                        history,
                        reader.caller(),
                        answer.settings(),
                        steps,
                        Said.NOTHING,
                        false,
                        Optional.empty(),
                        deadline,
                        findings)));
        return log.tell(beginning, answer.begun(), story, reader);
    }

    /** Where others may wait for the same answer, it is theirs too. */
    private static Optional<Deadline> ownDeadline(Beginning beginning) {
        return beginning.sameAs().isPresent() ? Optional.empty() : Deadlines.current();
    }

    /** What was not found yet is searched again only on behalf of somebody who sees the same. */
    @Override
    public Story goOn(Interrupted left, Optional<Caller> reader) {
        Ask ask = left.ask();
        SoFar soFar = SoFar.of(ask, left.told());
        var said = new Said(soFar.text(), soFar.citations());
        boolean searched = left.told().stream().anyMatch(AnswerEvent.Searching.class::isInstance);
        Caller caller = reader.filter(someone -> Set.copyOf(someone.acl()).equals(Set.copyOf(ask.acl())))
                .orElseGet(() -> nobody(ask));
        Steps steps = Steps.begin();
        Conversation before = rewriting.before(ask.request(), left.conversation());
        AnswerRequest meant = rewriting.meant(ask.request(), before, steps);
        History history = rewriting.history(before);
        return stories.of(ask, meant.question(), left.told(), steps, findings -> settings.of(ask.tenantId())
                .onItem()
                .transformToMulti(read -> answering.answer(new Asked(
                        ask,
                        meant,
                        history,
                        caller,
                        read.settings(),
                        steps,
                        said,
                        searched,
                        stories.found(left),
                        Optional.empty(),
                        findings)))
                .onFailure(CannotGoOn.class)
                .recoverWithItem(() -> soFar.cut(AnswerEvent.Incomplete.Reason.INTERRUPTED)));
    }

    private static Caller nobody(Ask ask) {
        return new Caller(ask.tenantId(), ask.subject(), Set.of(), ask.plan(), ask.acl(), "");
    }
}
