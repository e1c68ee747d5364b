package io.frontdesk.generation.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.generation.conversation.KeptTurn;
import io.frontdesk.generation.conversation.TurnJson;
import io.frontdesk.generation.conversation.Turns;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.log.Continuation.Interrupted;
import io.frontdesk.generation.log.Story;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.records.Question;
import io.frontdesk.generation.records.RecordJson;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.steps.Steps;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as the log wants them: held to their states, counted, with a record of how they ended. */
@ApplicationScoped
@RegisterForReflection(targets = SearchReply.class, registerFullHierarchy = true)
class AnswerStories {
    private final AnswerMetrics metrics;
    private final Turns turns;
    private final TurnJson turnJson;
    private final Recorder recorder;
    private final RecordJson records;
    private final ObjectMapper json;

    AnswerStories(
            AnswerMetrics metrics,
            Turns turns,
            TurnJson turnJson,
            Recorder recorder,
            RecordJson records,
            ObjectMapper json) {
        this.metrics = metrics;
        this.turns = turns;
        this.turnJson = turnJson;
        this.recorder = recorder;
        this.records = records;
        this.json = json;
    }

    /**
     * What goes on after {@code told}.
     *
     * @param meant the question in words that stand alone
     * @param work makes it, and is given where to leave what it has found
     */
    Story of(
            Ask ask,
            String meant,
            List<AnswerEvent> told,
            Steps steps,
            Function<Consumer<SearchReply>, Multi<AnswerEvent>> work) {
        return new Of(ask, meant, told, steps, work);
    }

    /** What was found for an answer before it was left behind. */
    Optional<SearchReply> found(Interrupted answer) {
        return answer.findings().map(this::read);
    }

    private final class Of implements Story {
        private final Ask ask;
        private final String meant;
        private final List<AnswerEvent> told;
        private final Steps steps;
        private final Function<Consumer<SearchReply>, Multi<AnswerEvent>> work;
        private volatile @Nullable Duration firstWord;

        private Of(
                Ask ask,
                String meant,
                List<AnswerEvent> told,
                Steps steps,
                Function<Consumer<SearchReply>, Multi<AnswerEvent>> work) {
            this.ask = ask;
            this.meant = meant;
            this.told = told;
            this.steps = steps;
            this.work = work;
        }

        @Override
        public Multi<AnswerEvent> events(Consumer<String> findings) {
            return Multi.createFrom().deferred(() -> {
                Multi<AnswerEvent> events = work.apply(found -> findings.accept(write(found)));
                return metrics.observe(AnswerLife.after(ask.id(), told).hold(events))
                        .invoke(this::heard);
            });
        }

        private void heard(AnswerEvent event) {
            if (firstWord == null && event instanceof AnswerEvent.Delta) {
                firstWord = sinceAsked();
            }
        }

        @Override
        public String record(AnswerEvent.Terminal end, String subject) {
            return records.write(finished(end, subject));
        }

        @Override
        public Optional<String> turn(AnswerEvent.Terminal end) {
            return Turns.of(finished(end, ask.subject())).map(KeptTurn::turn).map(turnJson::write);
        }

        @Override
        public Uni<Void> keep(AnswerEvent.Terminal end) {
            FinishedAnswer answer = finished(end, ask.subject());
            return recorder.keep(answer).chain(() -> turns.remember(answer));
        }

        private FinishedAnswer finished(AnswerEvent.Terminal end, String subject) {
            var question = new Question(
                    ask.id(),
                    ask.tenantId(),
                    ask.conversationId(),
                    subject,
                    ask.request().question(),
                    meant,
                    ask.askedAt());
            return FinishedAnswer.of(question, end, firstWord, sinceAsked(), steps.done());
        }

        /** By the clocks of two replicas, where another goes on. */
        private Duration sinceAsked() {
            Duration time = Duration.between(ask.askedAt(), Instant.now());
            return time.isNegative() ? Duration.ZERO : time;
        }
    }

    private SearchReply read(String findings) {
        try {
            return json.readValue(findings, SearchReply.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was found", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours is always JSON", e);
        }
    }
}
