package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.extractive.ExtractiveAnswer;
import io.frontdesk.generation.extractive.ExtractiveAnswer.Quote;
import io.frontdesk.generation.extractive.ExtractiveAnswerer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Answers in the words of the passages, a sentence a delta. */
public final class ExtractiveWriter implements AnswerWriter {
    /** The name by which an answer says that no model wrote it. */
    public static final String MODEL = "extractive";

    private final ExtractiveAnswerer answerer;
    private final AnswerWriter refusing;
    private final Executor computing;

    /** @param computing where sentences are compared: a few milliseconds of work, which event loops are spared */
    public ExtractiveWriter(ExtractiveAnswerer answerer, AnswerWriter refusing, Executor computing) {
        this.answerer = answerer;
        this.refusing = refusing;
        this.computing = computing;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return Uni.createFrom()
                .item(() -> answerer.answer(draft.question(), draft.passages()))
                .runSubscriptionOn(computing)
                .onItem()
                .transformToMulti(answer -> tell(draft, answer));
    }

    private Multi<AnswerEvent> tell(Draft draft, ExtractiveAnswer answer) {
        draft.steps().note("generate", found(draft, answer));
        return switch (answer) {
            case ExtractiveAnswer.NotHeld() -> refusing.write(draft);
            case ExtractiveAnswer.Found found -> Multi.createFrom().iterable(events(draft, found));
        };
    }

    private static Map<String, Object> found(Draft draft, ExtractiveAnswer answer) {
        return switch (answer) {
            case ExtractiveAnswer.NotHeld() -> Map.of("writer", MODEL, "quoted", List.of());
            case ExtractiveAnswer.Found(List<Quote> quotes, double confidence) ->
                Map.of(
                        "writer",
                        MODEL,
                        "quoted",
                        quotes.stream()
                                .map(quote ->
                                        draft.passages().get(quote.passage()).chunkId())
                                .toList(),
                        "confidence",
                        confidence);
        };
    }

    private static List<AnswerEvent> events(Draft draft, ExtractiveAnswer.Found found) {
        List<AnswerEvent> events = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        var text = new StringBuilder();
        for (Quote quote : found.quotes()) {
            int n = citations.size() + 1;
            List<String> deltas = deltas(quote, n);
            deltas.forEach(delta -> events.add(new AnswerEvent.Delta(delta)));
            deltas.forEach(text::append);
            Citation citation = citation(n, draft.passages().get(quote.passage()), quote);
            citations.add(citation);
            events.add(new AnswerEvent.Cited(citation));
        }
        var answer = draft.answered(text.toString(), citations, found.confidence(), MODEL, Usage.NONE);
        events.add(new AnswerEvent.Completed(answer));
        return events;
    }

    private static List<String> deltas(Quote quote, int n) {
        List<String> deltas = new ArrayList<>();
        String before = "";
        for (String text : quote.texts()) {
            String gap = isBlock(before) || isBlock(text) ? "\n" : " ";
            deltas.add((deltas.isEmpty() ? n == 1 ? "" : "\n\n" : gap) + text);
            before = text;
        }
        deltas.add(" [" + n + "]");
        return deltas;
    }

    /** A list, rows of a table or code, which stand on lines of their own. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0;
    }

    private static Citation citation(int n, Passage passage, Quote quote) {
        return new Citation(n, passage.documentId(), passage.title(), passage.url(), String.join("\n", quote.texts()));
    }
}
