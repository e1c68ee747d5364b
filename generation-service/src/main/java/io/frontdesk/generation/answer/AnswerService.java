package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.conversation.Rewriting;
import io.frontdesk.generation.guard.CleanPassages;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.log.Continuation;
import io.frontdesk.generation.log.LogEvent;
import io.frontdesk.generation.log.SoFar;
import io.frontdesk.generation.log.Story;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.SettingsOfTenants;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.generation.writing.AnswerWriter;
import io.frontdesk.generation.writing.CannotGoOn;
import io.frontdesk.generation.writing.Courtesy;
import io.frontdesk.generation.writing.Draft;
import io.frontdesk.generation.writing.Evidence;
import io.frontdesk.generation.writing.RefusingWriter;
import io.frontdesk.generation.writing.Said;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers questions: classify, search, decide whether the passages can answer, write, and end in exactly one way. What happens is
 * told by the log; an answer that another replica has left behind goes through the same steps, and says what is left to say.
 */
@ApplicationScoped
public class AnswerService implements Continuation {
    private final SettingsOfTenants settings;
    private final RetrievalClient retrieval;
    private final AnswerWriter writer;
    private final Reuse reuse;
    private final Rewriting rewriting;
    private final HitChecks checks;
    private final AnswerLog log;
    private final AnswerStories stories;
    private final Triage triage = new Triage();
    private final RefusingWriter refusing = new RefusingWriter();

    AnswerService(
            SettingsOfTenants settings,
            RetrievalClient retrieval,
            AnswerWriter writer,
            Reuse reuse,
            Rewriting rewriting,
            HitChecks checks,
            AnswerLog log,
            AnswerStories stories) {
        this.settings = settings;
        this.retrieval = retrieval;
        this.writer = writer;
        this.reuse = reuse;
        this.rewriting = rewriting;
        this.checks = checks;
        this.log = log;
        this.stories = stories;
    }

    /**
     * A question on its way, with what is known of it.
     *
     * @param said what was told of the answer by a replica that left it behind
     * @param searched whether that was told that it searches
     * @param known what that had found
     * @param findings takes what is found, for whoever goes on
     */
    private record Asked(
            Ask ask,
            Caller caller,
            AnswerSettings settings,
            Steps steps,
            Said said,
            boolean searched,
            Optional<SearchReply> known,
            Consumer<SearchReply> findings) {
        AnswerRequest request() {
            return ask.request();
        }

        Draft draft(List<Passage> passages) {
            return new Draft(
                    ask.id(),
                    ask.conversationId(),
                    request().question(),
                    passages,
                    settings,
                    new History(ask.history()),
                    steps);
        }
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
                findings -> decide(
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
                .transformToMulti(read -> decide(
                        new Asked(ask, caller, read.settings(), steps, said, searched, stories.found(left), findings)))
                .onFailure(CannotGoOn.class)
                .recoverWithItem(() -> soFar.cut(AnswerEvent.Incomplete.Reason.INTERRUPTED)));
    }

    private static Caller nobody(Ask ask) {
        return new Caller(ask.tenantId(), ask.subject(), Set.of(), ask.plan(), ask.acl(), "");
    }

    private Multi<AnswerEvent> decide(Asked asked) {
        return switch (triage.decide(asked.request().question(), asked.settings(), asked.steps())) {
            case Decision.Search search -> fromDocuments(asked);
            case Decision.Say(String words) -> asked.said().leftOutOf(Courtesy.say(asked.draft(List.of()), words));
            case Decision.Refuse refuse -> asked.said().leftOutOf(refusing.refuse(asked.draft(List.of())));
            case Decision.Escalate escalate -> asked.said().leftOutOf(refusing.escalate(asked.draft(List.of())));
        };
    }

    private Multi<AnswerEvent> fromDocuments(Asked asked) {
        Multi<AnswerEvent> searching = asked.searched()
                ? Multi.createFrom().empty()
                : Multi.createFrom().item(new AnswerEvent.Searching());
        return Multi.createBy()
                .concatenating()
                .streams(
                        searching,
                        found(asked).toMulti().onItem().transformToMultiAndConcatenate(found -> answer(asked, found)));
    }

    private Uni<SearchReply> found(Asked asked) {
        if (asked.known().isPresent()) {
            return Uni.createFrom().item(asked.known().get());
        }
        return asked.caller().token().isEmpty()
                ? Uni.createFrom().failure(new CannotGoOn())
                : search(asked).invoke(asked.findings());
    }

    private Uni<SearchReply> search(Asked asked) {
        AnswerRequest request = asked.request();
        var search = new SearchRequest(
                request.question(),
                request.topK(),
                Collection.KNOWLEDGE,
                request.filters(),
                null,
                false,
                reuse.kindOf(request, asked.settings()));
        return retrieval.search(asked.caller().bearer(), search).invoke(found -> asked.steps()
                .note("search", Map.of("passages", scores(found.passages()))));
    }

    private Multi<AnswerEvent> answer(Asked asked, SearchReply found) {
        List<Passage> seen = CleanPassages.of(found.passages());
        List<Passage> usable = Evidence.of(asked.request().question(), seen);
        asked.steps()
                .note(
                        "evidence",
                        Map.of("usable", usable.stream().map(Passage::chunkId).toList()));
        Draft draft = asked.draft(usable);
        if (found.answer() != null) {
            return asked.said().leftOutOf(again(draft, seen, found.answer().answer()));
        }
        return write(draft, seen, asked.said())
                .invoke(event -> reuse.offer(asked.request(), asked.caller(), found, draft, event));
    }

    private Multi<AnswerEvent> write(Draft draft, List<Passage> seen, Said said) {
        if (draft.passages().isEmpty()) {
            return said.leftOutOf(refusing.write(draft, seen));
        }
        return said.text().isEmpty() ? writer.write(draft) : writer.goOn(draft, said);
    }

    private static List<Map<String, Object>> scores(List<Passage> passages) {
        return passages.stream()
                .map(passage -> Map.<String, Object>of(
                        "chunk_id", passage.chunkId(), "score", passage.score(), "similarity", passage.similarity()))
                .toList();
    }

    private Multi<AnswerEvent> again(Draft draft, List<Passage> seen, Answer known) {
        return reuse.again(draft, known)
                .onCompletion()
                .invoke(() -> checks.sample(known, () -> write(draft, seen, Said.NOTHING)));
    }
}
