package io.frontdesk.generation.writing;

import static io.frontdesk.generation.AnswerEvents.all;
import static io.frontdesk.generation.AnswerEvents.citations;
import static io.frontdesk.generation.AnswerEvents.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.Settings;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.llm.LlmConfig.ModelPreference;
import io.frontdesk.generation.pool.ChatPool;
import io.frontdesk.generation.pool.KeyLimits;
import io.frontdesk.generation.pool.LlmKey;
import io.frontdesk.generation.pool.PoolOnRedis;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.frontdesk.generation.steps.Steps;
import io.frontdesk.simulator.LlmSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a replica has left behind, told on by another with a model that accepts the beginning of an answer. */
class LlmWriterGoesOnTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String QUESTION = "I am bob@mail.example, how do I return a laptop?";
    private static final Passage SUPPORT = Passages.passage(
            "Returns",
            "Write to us",
            Passages.NEAR,
            "To return a laptop write to care@shop.example or call 0800 123 456. Return the laptop in its box within 30 days.");

    private final LlmSimulator simulator = LlmSimulator.start(0);
    private final PoolOnRedis pool = new PoolOnRedis(Map.of());
    private final Draft draft = new Draft(
            Ids.next(), Ids.next(), QUESTION, List.of(SUPPORT), Settings.STANDARD, History.NONE, Steps.begin());

    @AfterEach
    void close() {
        pool.close();
        simulator.close();
    }

    @Test
    void tellsOnceAndWholeWhatBreaksOffAnywhere() {
        LlmWriter writer = writer("sim", true);
        List<AnswerEvent> whole = all(writer.write(draft));
        Answer answer = ((AnswerEvent.Completed) whole.getLast()).answer();
        assertThat(answer.answer()).contains("care@shop.example or call 0800 123 456 [1].");

        for (int length = 1; length <= answer.answer().length(); length++) {
            Said said = said(whole, length);

            List<AnswerEvent> rest = all(writer.goOn(draft, said));

            Answer end = ((AnswerEvent.Completed) rest.getLast()).answer();
            assertThat(said.text() + text(rest)).isEqualTo(answer.answer()).isEqualTo(end.answer());
            List<Citation> told = new ArrayList<>(said.citations());
            told.addAll(citations(rest));
            assertThat(told).isEqualTo(answer.citations()).isEqualTo(end.citations());
            assertThat(end.confidence()).isEqualTo(answer.confidence());
            assertThat(end.unsupported()).isEqualTo(answer.unsupported());
        }
    }

    @Test
    void showsTheProviderPlaceholdersInWhatWasToldWithRealValues() {
        LlmWriter writer = writer("sim", true);
        List<AnswerEvent> whole = all(writer.write(draft));

        all(writer.goOn(draft, said(whole, text(whole).indexOf(" 456"))));

        String messages = simulator.requests().getLast().body().path("messages").toString();
        assertThat(messages)
                .contains("\"role\":\"assistant\"")
                .contains("or call\"")
                .doesNotContain("care@shop")
                .doesNotContain("bob@mail")
                .doesNotContain("0800");
    }

    @Test
    void cannotGoOnWhereNoKeyAcceptsABeginning() {
        var subscriber = writer("sim", false)
                .goOn(draft, new Said("To return a laptop", List.of()))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(100));

        assertThat(subscriber.awaitFailure(LIMIT).getFailure()).isInstanceOf(CannotGoOn.class);
        assertThat(subscriber.getItems()).isEmpty();
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void endsWithWhatWasSaidWhereTheModelThatAcceptsItFails() {
        var said = new Said("To return a laptop", List.of());

        List<AnswerEvent> events = all(writer("sim-error500", true).goOn(draft, said));

        assertThat(events).singleElement().isInstanceOfSatisfying(AnswerEvent.Incomplete.class, end -> {
            assertThat(end.reason()).isEqualTo(Reason.UPSTREAM_CUT);
            assertThat(end.answer().answer()).isEqualTo(said.text());
        });
    }

    private LlmWriter writer(String model, boolean acceptsPrefix) {
        LlmKey key = PoolOnRedis.key("only", simulator.baseUrl(), model, null, 1, KeyLimits.NONE, acceptsPrefix);
        ChatPool chat = pool.chat(new SimpleMeterRegistry(), PoolOnRedis.llm(Map.of()), key);
        var settings = new LlmWriter.Settings(500, OptionalDouble.empty(), ModelPreference.AUTO);
        return new LlmWriter(chat, settings, new PromptBuilder());
    }

    /** What had been told when the text had this length; a citation follows its first mention. */
    private static Said said(List<AnswerEvent> events, int length) {
        var text = new StringBuilder();
        List<Citation> citations = new ArrayList<>();
        for (AnswerEvent event : events) {
            if (event instanceof AnswerEvent.Delta(String more)) {
                text.append(more);
            } else if (event instanceof AnswerEvent.Cited(Citation citation) && text.length() < length) {
                citations.add(citation);
            }
        }
        return new Said(text.substring(0, length), citations);
    }
}
