package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.generation.log.AnswerLog;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.log.Continuation;
import io.frontdesk.generation.log.LogEvent;
import io.frontdesk.generation.log.SoFar;
import io.frontdesk.generation.log.Story;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.generation.writing.AnswerWriter;
import io.frontdesk.generation.writing.CannotGoOn;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Answers questions: search, decide whether the passages can answer, write, and end in exactly one way. What happens is told by
 * the log; an answer that another replica has left behind goes on from what stands there.
 */
@ApplicationScoped
public class AnswerService implements Continuation {
    private static final Said NOTHING = new Said("", List.of());

    private final RetrievalClient retrieval;
    private final AnswerWriter writer;
    private final AnswerWriter refusing;
    private final Reuse reuse;
    private final HitChecks checks;
    private final AnswerLog log;
    private final AnswerStories stories;

    AnswerService(
            RetrievalClient retrieval,
            AnswerWriter writer,
            AnswerConfig config,
            Reuse reuse,
            HitChecks checks,
            AnswerLog log,
            AnswerStories stories) {
        this.retrieval = retrieval;
        this.writer = writer;
        this.refusing = new RefusingWriter(config.refusal());
        this.reuse = reuse;
        this.checks = checks;
        this.log = log;
        this.stories = stories;
    }

    /** The events of an answer to one who may come back for the rest of it, or not; work begins with the subscription. */
    public Multi<LogEvent> answer(AnswerRequest request, Caller caller, boolean mayComeBack) {
        UUID conversation = Objects.requireNonNullElseGet(request.conversationId(), Ids::next);
        var ask = new Ask(
                caller.tenantId(),
                Ids.next(),
                conversation,
                caller.subject(),
                caller.plan(),
                caller.acl(),
                request,
                Instant.now());
        List<AnswerEvent> first = List.of(new AnswerEvent.Started(ask.id(), conversation), new AnswerEvent.Searching());
        Steps steps = Steps.begin();
        Story story = stories.of(ask, first, steps, findings -> search(request, caller, steps)
                .invoke(findings)
                .onItem()
                .transformToMulti(found -> answer(caller, ask, NOTHING, found, steps)));
        return log.tell(ask, reuse.sameAs(request, caller), first, story, new AnswerLog.Reader(caller, mayComeBack));
    }

    /** What was found is searched again only on behalf of somebody who sees the same. */
    @Override
    public Story goOn(Interrupted left, Optional<Caller> reader) {
        Ask ask = left.ask();
        SoFar soFar = SoFar.of(ask, left.told());
        Caller caller = reader.filter(someone -> Set.copyOf(someone.acl()).equals(Set.copyOf(ask.acl())))
                .orElseGet(() -> nobody(ask));
        Steps steps = Steps.begin();
        return stories.of(ask, left.told(), steps, findings -> stories.found(left)
                .map(found -> Uni.createFrom().item(found))
                .orElseGet(() -> searchAgain(ask, caller, steps).invoke(findings))
                .onItem()
                .transformToMulti(found -> answer(caller, ask, new Said(soFar.text(), soFar.citations()), found, steps))
                .onFailure(CannotGoOn.class)
                .recoverWithItem(() -> soFar.cut(AnswerEvent.Incomplete.Reason.INTERRUPTED)));
    }

    private static Caller nobody(Ask ask) {
        return new Caller(ask.tenantId(), ask.subject(), Set.of(), ask.plan(), ask.acl(), "");
    }

    private Uni<SearchReply> searchAgain(Ask ask, Caller caller, Steps steps) {
        return caller.token().isEmpty()
                ? Uni.createFrom().failure(new CannotGoOn())
                : search(ask.request(), caller, steps);
    }

    private Uni<SearchReply> search(AnswerRequest request, Caller caller, Steps steps) {
        var search = new SearchRequest(
                request.question(),
                request.topK(),
                Collection.KNOWLEDGE,
                request.filters(),
                null,
                false,
                reuse.kindOf(request));
        return retrieval
                .search(caller.bearer(), search)
                .invoke(found -> steps.note("search", Map.of("passages", scores(found.passages()))));
    }

    private static Draft draft(Ask ask, SearchReply found, Steps steps) {
        List<Passage> usable = Evidence.of(ask.request().question(), found.passages());
        steps.note(
                "evidence",
                Map.of("usable", usable.stream().map(Passage::chunkId).toList()));
        return new Draft(ask.id(), ask.conversationId(), ask.request().question(), usable, steps);
    }

    private static List<Map<String, Object>> scores(List<Passage> passages) {
        return passages.stream()
                .map(passage -> Map.<String, Object>of(
                        "chunk_id", passage.chunkId(), "score", passage.score(), "similarity", passage.similarity()))
                .toList();
    }

    /** An answer from what was found; what is said of it already is left out. */
    private Multi<AnswerEvent> answer(Caller caller, Ask ask, Said said, SearchReply found, Steps steps) {
        Draft draft = draft(ask, found, steps);
        return found.answer() == null
                ? write(draft, said).invoke(event -> reuse.offer(ask.request(), caller, found, draft, event))
                : said.leftOutOf(again(draft, found.answer().answer()));
    }

    private Multi<AnswerEvent> again(Draft draft, Answer known) {
        return reuse.again(draft, known).onCompletion().invoke(() -> checks.sample(known, () -> write(draft, NOTHING)));
    }

    private Multi<AnswerEvent> write(Draft draft, Said said) {
        AnswerWriter chosen = draft.passages().isEmpty() ? refusing : writer;
        return said.text().isEmpty() ? chosen.write(draft) : chosen.goOn(draft, said);
    }
}
