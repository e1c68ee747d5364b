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
import io.frontdesk.generation.conversation.Turns;
import io.frontdesk.generation.guard.CleanPassages;
import io.frontdesk.generation.records.Question;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.SettingsOfTenants;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.generation.writing.AnswerWriter;
import io.frontdesk.generation.writing.Courtesy;
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
import java.util.UUID;

/** Answers questions: classify, search, decide whether the passages can answer, write, and end in exactly one way. */
@ApplicationScoped
public class AnswerService {
    private final SettingsOfTenants settings;
    private final RetrievalClient retrieval;
    private final AnswerWriter writer;
    private final Reuse reuse;
    private final Rewriting rewriting;
    private final Turns turns;
    private final HitChecks checks;
    private final AnswerMetrics metrics;
    private final Recorder recorder;
    private final Triage triage = new Triage();
    private final RefusingWriter refusing = new RefusingWriter();

    AnswerService(
            SettingsOfTenants settings,
            RetrievalClient retrieval,
            AnswerWriter writer,
            Reuse reuse,
            Rewriting rewriting,
            Turns turns,
            HitChecks checks,
            AnswerMetrics metrics,
            Recorder recorder) {
        this.settings = settings;
        this.retrieval = retrieval;
        this.writer = writer;
        this.reuse = reuse;
        this.rewriting = rewriting;
        this.turns = turns;
        this.checks = checks;
        this.metrics = metrics;
        this.recorder = recorder;
    }

    /** A question on its way, with what is known of it. */
    private record Asked(
            UUID id,
            UUID conversation,
            AnswerRequest request,
            Caller caller,
            AnswerSettings settings,
            History history,
            Steps steps) {
        Draft draft(List<Passage> passages) {
            return new Draft(id, conversation, request.question(), passages, settings, history, steps);
        }
    }

    /** The events of an answer; work begins with the subscription, and ends with its cancellation. */
    public Multi<AnswerEvent> answer(AnswerRequest asked, Caller caller, Conversation conversation) {
        UUID id = Ids.next();
        Steps steps = Steps.begin();
        AnswerRequest request = rewriting.meant(asked, conversation, steps);
        Multi<AnswerEvent> events = Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(new AnswerEvent.Started(id, conversation.id())),
                        settings.of(caller.tenantId())
                                .map(read -> new Asked(
                                        id,
                                        conversation.id(),
                                        request,
                                        caller,
                                        read.settings(),
                                        rewriting.history(conversation),
                                        steps))
                                .toMulti()
                                .onItem()
                                .transformToMultiAndConcatenate(this::decide));
        var question = new Question(
                id, caller.tenantId(), conversation.id(), caller.subject(), request.question(), Instant.now());
        return Multi.createFrom()
                .deferred(() -> metrics.observe(recorder.record(
                        question, steps, turns.remember(question, steps, new AnswerLife(id).hold(events)))));
    }

    private Multi<AnswerEvent> decide(Asked asked) {
        return switch (triage.decide(asked.request().question(), asked.settings(), asked.steps())) {
            case Decision.Search search -> fromDocuments(asked);
            case Decision.Say(String words) -> Courtesy.say(asked.draft(List.of()), words);
            case Decision.Refuse refuse -> refusing.refuse(asked.draft(List.of()));
            case Decision.Escalate escalate -> refusing.escalate(asked.draft(List.of()));
        };
    }

    private Multi<AnswerEvent> fromDocuments(Asked asked) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(new AnswerEvent.Searching()),
                        search(asked).toMulti().onItem().transformToMultiAndConcatenate(found -> answer(asked, found)));
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
            return again(draft, seen, found.answer().answer());
        }
        return write(draft, seen).invoke(event -> reuse.offer(asked.request(), asked.caller(), found, draft, event));
    }

    private Multi<AnswerEvent> write(Draft draft, List<Passage> seen) {
        return draft.passages().isEmpty() ? refusing.write(draft, seen) : writer.write(draft);
    }

    private static List<Map<String, Object>> scores(List<Passage> passages) {
        return passages.stream()
                .map(passage -> Map.<String, Object>of(
                        "chunk_id", passage.chunkId(), "score", passage.score(), "similarity", passage.similarity()))
                .toList();
    }

    private Multi<AnswerEvent> again(Draft draft, List<Passage> seen, Answer known) {
        return reuse.again(draft, known).onCompletion().invoke(() -> checks.sample(known, () -> write(draft, seen)));
    }
}
