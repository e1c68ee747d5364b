package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.generation.choice.LlmPolicies;
import io.frontdesk.generation.records.Question;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.generation.writing.AnswerWriter;
import io.frontdesk.generation.writing.Draft;
import io.frontdesk.generation.writing.Evidence;
import io.frontdesk.generation.writing.RefusingWriter;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Answers questions: search, decide whether the passages can answer, write, and end in exactly one way. */
@ApplicationScoped
public class AnswerService {
    private final RetrievalClient retrieval;
    private final AnswerWriter writer;
    private final AnswerWriter refusing;
    private final LlmPolicies policies;
    private final Reuse reuse;
    private final HitChecks checks;
    private final AnswerMetrics metrics;
    private final Recorder recorder;

    AnswerService(
            RetrievalClient retrieval,
            AnswerWriter writer,
            AnswerConfig config,
            LlmPolicies policies,
            Reuse reuse,
            HitChecks checks,
            AnswerMetrics metrics,
            Recorder recorder) {
        this.retrieval = retrieval;
        this.writer = writer;
        this.refusing = new RefusingWriter(config.refusal());
        this.policies = policies;
        this.reuse = reuse;
        this.checks = checks;
        this.metrics = metrics;
        this.recorder = recorder;
    }

    /** The events of an answer; work begins with the subscription, and ends with its cancellation. */
    public Multi<AnswerEvent> answer(AnswerRequest request, Caller caller) {
        UUID id = Ids.next();
        UUID conversation = Objects.requireNonNullElseGet(request.conversationId(), Ids::next);
        Steps steps = Steps.begin();
        Multi<AnswerEvent> events = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom()
                                .items(new AnswerEvent.Started(id, conversation), new AnswerEvent.Searching()),
                        search(request, caller, steps)
                                .toMulti()
                                .onItem()
                                .transformToMultiAndConcatenate(found -> answer(
                                        request,
                                        caller,
                                        draft(id, conversation, request, caller, found, steps),
                                        found)));
        var question =
                new Question(id, caller.tenantId(), conversation, caller.subject(), request.question(), Instant.now());
        return Multi.createFrom()
                .deferred(() -> metrics.observe(recorder.record(question, steps, new AnswerLife(id).hold(events))));
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

    private Draft draft(
            UUID id, UUID conversation, AnswerRequest request, Caller caller, SearchReply found, Steps steps) {
        List<Passage> usable = Evidence.of(request.question(), found.passages());
        steps.note(
                "evidence",
                Map.of("usable", usable.stream().map(Passage::chunkId).toList()));
        return new Draft(id, conversation, request.question(), usable, policies.of(caller.tenantId()), steps);
    }

    private static List<Map<String, Object>> scores(List<Passage> passages) {
        return passages.stream()
                .map(passage -> Map.<String, Object>of(
                        "chunk_id", passage.chunkId(), "score", passage.score(), "similarity", passage.similarity()))
                .toList();
    }

    private Multi<AnswerEvent> answer(AnswerRequest request, Caller caller, Draft draft, SearchReply found) {
        return found.answer() == null
                ? write(draft).invoke(event -> reuse.offer(request, caller, found, draft, event))
                : again(draft, found.answer().answer());
    }

    private Multi<AnswerEvent> again(Draft draft, Answer known) {
        return reuse.again(draft, known).onCompletion().invoke(() -> checks.sample(known, () -> write(draft)));
    }

    private Multi<AnswerEvent> write(Draft draft) {
        return draft.passages().isEmpty() ? refusing.write(draft) : writer.write(draft);
    }
}
