package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.conversation.Rewriting;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.log.Continuation;
import io.frontdesk.generation.log.LogEvent;
import io.frontdesk.generation.log.SoFar;
import io.frontdesk.generation.log.Story;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.SettingsOfTenants;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.generation.writing.CannotGoOn;
import io.frontdesk.generation.writing.Said;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers questions. What happens is told by the log, whoever reads it; an answer that another replica has left behind goes through
 * the same steps, and says what is left to say.
 */
@ApplicationScoped
public class AnswerService implements Continuation {
    private final SettingsOfTenants settings;
    private final Answering answering;
    private final Reuse reuse;
    private final Rewriting rewriting;
    private final AnswerLog log;
    private final AnswerStories stories;

    AnswerService(
            SettingsOfTenants settings,
            Answering answering,
            Reuse reuse,
            Rewriting rewriting,
            AnswerLog log,
            AnswerStories stories) {
        this.settings = settings;
        this.answering = answering;
        this.reuse = reuse;
        this.rewriting = rewriting;
        this.log = log;
        this.stories = stories;
    }

    /** The events of an answer to one who reads them; work begins with the subscription. */
    public Multi<LogEvent> answer(AnswerRequest asked, Conversation conversation, AnswerLog.Reader reader) {
        return settings.of(reader.caller().tenantId())
                .onItem()
                .transformToMulti(read -> answer(asked, conversation, reader, read.settings()));
    }

    private Multi<LogEvent> answer(
            AnswerRequest asked, Conversation conversation, AnswerLog.Reader reader, AnswerSettings tenants) {
        Caller caller = reader.caller();
        Steps steps = Steps.begin();
        AnswerRequest request = rewriting.meant(asked, conversation, steps);
        History history = rewriting.history(conversation);
        var ask = new Ask(
                caller.tenantId(),
                Ids.next(),
                conversation.id(),
                caller.subject(),
                caller.plan(),
                caller.acl(),
                request,
                history.text(),
                Instant.now());
        List<AnswerEvent> first = List.of(new AnswerEvent.Started(ask.id(), conversation.id()));
        Story story = stories.of(
                ask,
                first,
                steps,
                findings -> answering.answer(
                        new Asked(ask, caller, tenants, steps, Said.NOTHING, false, Optional.empty(), findings)));
        Optional<String> sameAs = history.isEmpty() ? reuse.sameAs(request, caller, tenants) : Optional.empty();
        return log.tell(ask, sameAs, first, story, reader)
                .onItem()
                .call(event -> stories.rememberCoalesced(ask, steps, event.event()));
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
        return stories.of(ask, left.told(), steps, findings -> settings.of(ask.tenantId())
                .onItem()
                .transformToMulti(read -> answering.answer(
                        new Asked(ask, caller, read.settings(), steps, said, searched, stories.found(left), findings)))
                .onFailure(CannotGoOn.class)
                .recoverWithItem(() -> soFar.cut(AnswerEvent.Incomplete.Reason.INTERRUPTED)));
    }

    private static Caller nobody(Ask ask) {
        return new Caller(ask.tenantId(), ask.subject(), Set.of(), ask.plan(), ask.acl(), "");
    }
}
