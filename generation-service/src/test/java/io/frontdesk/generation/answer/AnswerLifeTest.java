package io.frontdesk.generation.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.generation.failure.AnswerError;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerLifeTest {
    private static final UUID ID = Ids.next();
    private static final AnswerEvent STARTED = new AnswerEvent.Started(ID, ID);
    private static final AnswerEvent SEARCHING = new AnswerEvent.Searching();
    private static final AnswerEvent DELTA = new AnswerEvent.Delta("text");
    private static final AnswerEvent COMPLETED = new AnswerEvent.Completed(new Answer(
            ID, "text", Answer.Outcome.ANSWERED, List.of(), 1, Answer.Cache.MISS, "extractive", ID, Usage.NONE, null));

    @Test
    void letsAWellFormedAnswerThrough() {
        List<AnswerEvent> told = hold(Multi.createFrom().items(STARTED, SEARCHING, DELTA, DELTA, COMPLETED));

        assertThat(told).containsExactly(STARTED, SEARCHING, DELTA, DELTA, COMPLETED);
    }

    @Test
    void letsAnAnswerThatNeedsNoSearchThrough() {
        List<AnswerEvent> told = hold(Multi.createFrom().items(STARTED, DELTA, COMPLETED));

        assertThat(told).containsExactly(STARTED, DELTA, COMPLETED);
    }

    @Test
    void endsAStreamThatJustEndsAsFailed() {
        List<AnswerEvent> told = hold(Multi.createFrom().items(STARTED, SEARCHING, DELTA));

        assertThat(status(told.getLast())).isEqualTo(500);
    }

    @Test
    void endsAFailureAsFailedWithItsProblem() {
        var error = new AnswerError.KnowledgeUnavailable(new IllegalStateException());

        List<AnswerEvent> told = hold(Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().items(STARTED, SEARCHING),
                        Multi.createFrom().failure(error)));

        assertThat(told).hasSize(3);
        assertThat(status(told.getLast())).isEqualTo(503);
    }

    @Test
    void saysNothingOfAnUnexpectedFailureButTheAnswersId() {
        List<AnswerEvent> told = hold(Multi.createFrom().failure(new IllegalStateException("secret of the house")));

        assertThat(told.getLast().toString()).contains(ID.toString()).doesNotContain("secret");
    }

    @Test
    void dropsWhatComesAfterTheEnd() {
        List<AnswerEvent> told = hold(Multi.createFrom().items(STARTED, SEARCHING, COMPLETED, DELTA, COMPLETED));

        assertThat(told).containsExactly(STARTED, SEARCHING, COMPLETED);
    }

    @Test
    void dropsAFailureAfterTheEnd() {
        List<AnswerEvent> told = hold(Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().items(STARTED, SEARCHING, COMPLETED),
                        Multi.createFrom().failure(new IllegalStateException())));

        assertThat(told).containsExactly(STARTED, SEARCHING, COMPLETED);
    }

    @Test
    void endsAnAnswerThatWritesBeforeItStartedAsFailed() {
        List<AnswerEvent> told = hold(Multi.createFrom().items(DELTA, COMPLETED));

        assertThat(told).hasSize(1);
        assertThat(status(told.getLast())).isEqualTo(500);
    }

    private static List<AnswerEvent> hold(Multi<AnswerEvent> events) {
        return new AnswerLife(ID)
                .hold(events)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(100))
                .awaitCompletion()
                .getItems();
    }

    private static @Nullable Object status(AnswerEvent event) {
        return ((AnswerEvent.Failed) event).problem().get("status");
    }
}
