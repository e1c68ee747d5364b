package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.index.Collection;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.generation.guard.CleanPassages;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.writing.AnswerWriter;
import io.frontdesk.generation.writing.CannotGoOn;
import io.frontdesk.generation.writing.Courtesy;
import io.frontdesk.generation.writing.Draft;
import io.frontdesk.generation.writing.Evidence;
import io.frontdesk.generation.writing.RefusingWriter;
import io.frontdesk.generation.writing.Said;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The steps of an answer: classify, search, decide whether the passages can answer, write, and end in exactly one way. */
@ApplicationScoped
class Answering {
    private final RetrievalClient retrieval;
    private final AnswerWriter writer;
    private final Reuse reuse;
    private final HitChecks checks;
    private final Triage triage = new Triage();
    private final RefusingWriter refusing = new RefusingWriter();

    Answering(RetrievalClient retrieval, AnswerWriter writer, Reuse reuse, HitChecks checks) {
        this.retrieval = retrieval;
        this.writer = writer;
        this.reuse = reuse;
        this.checks = checks;
    }

    /** What happens after the answer has begun, until one terminal event. */
    Multi<AnswerEvent> answer(Asked asked) {
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
        return retrieval
                .search(asked.caller().bearer(), search, asked.deadline())
                .invoke(found -> asked.steps().note("search", Map.of("passages", scores(found.passages()))));
    }

    private Multi<AnswerEvent> answer(Asked asked, SearchReply found) {
        List<Passage> seen = CleanPassages.of(found.passages());
        List<Passage> usable = Evidence.of(asked.request().question(), seen);
        asked.steps()
                .note(
                        FinishedAnswer.EVIDENCE,
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
