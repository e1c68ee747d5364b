package io.frontdesk.generation.writing;

import static io.frontdesk.generation.Passages.NEAR;
import static io.frontdesk.generation.Passages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Settings;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.extractive.ExtractiveAnswerer;
import io.frontdesk.generation.steps.Steps;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractiveWriterTest {
    private final Steps steps = Steps.begin();
    private final ExtractiveWriter writer =
            new ExtractiveWriter(new ExtractiveAnswerer(), new RefusingWriter(), Runnable::run);

    @Test
    void putsAListOnLinesOfItsOwn() {
        Passage closing = passage("Account", "How do I close my account?", NEAR, """
                An account is closed within a day.

                Before that:
                1. Save your invoices.
                2. Spend your vouchers.
                """);

        Answer answer = written("How do I close my account?", closing);

        assertThat(answer.answer()).isEqualTo("""
                An account is closed within a day.
                Before that:
                1. Save your invoices.
                2. Spend your vouchers. [1]""");
    }

    @Test
    void citesEachPassageThatItJoins() {
        Passage battery = passage("Laptops", "Care of the battery", NEAR, "The battery of a laptop dislikes heat.");
        Passage charging = passage("Charging", "Care of the battery", NEAR, "Charge the battery of a laptop to 80%.");

        Answer answer = written("How do I care for the battery of a laptop?", battery, charging);

        assertThat(answer.citations()).extracting(Citation::n).containsExactly(1, 2);
        assertThat(answer.citations())
                .extracting(Citation::documentId)
                .containsExactlyInAnyOrder(battery.documentId(), charging.documentId());
        assertThat(answer.answer()).contains(" [1]\n\n").endsWith(" [2]");
    }

    @Test
    void refusesWhatThePassagesDoNotSay() {
        Answer answer = written("Who won the football world cup?", passage("Laptops", "Heat", 0.6, "Keep it cool."));

        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.REFUSED);
        assertThat(answer.answer()).isEqualTo(Settings.FALLBACK);
        assertThat(answer.citations()).isEmpty();
    }

    @Test
    void notesWhatItQuotes() {
        Passage charging = passage("Charging", "Battery", NEAR, "Charge the battery to 80%.");

        written("How do I charge the battery?", charging);

        assertThat(steps.done()).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("generate");
            assertThat(step.found()).containsEntry("quoted", List.of(charging.chunkId()));
        });
    }

    private Answer written(String question, Passage... passages) {
        var draft =
                new Draft(Ids.next(), Ids.next(), question, List.of(passages), Settings.STANDARD, History.NONE, steps);
        List<AnswerEvent> events = writer.write(draft)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(100))
                .awaitCompletion()
                .getItems();
        return ((AnswerEvent.Completed) events.getLast()).answer();
    }
}
