package io.frontdesk.generation.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.search.SearchReply;
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
    private final Recorder recorder;
    private final RecordJson records;
    private final ObjectMapper json;

    AnswerStories(AnswerMetrics metrics, Turns turns, Recorder recorder, RecordJson records, ObjectMapper json) {
        this.metrics = metrics;
        this.turns = turns;
        this.recorder = recorder;
        this.records = records;
        this.json = json;
    }

    /** What goes on after {@code told}, made by {@code work}, which is given where to leave what it has found. */
    Story of(Ask ask, List<AnswerEvent> told, Steps steps, Function<Consumer<SearchReply>, Multi<AnswerEvent>> work) {
        return new Of(ask, told, steps, work);
    }

    private static Question question(Ask ask, String subject) {
        return new Question(
                ask.id(),
                ask.tenantId(),
                ask.conversationId(),
                subject,
                ask.request().question(),
                ask.request().question(),
                ask.askedAt());
    }

    /** The turn of an answer that another was told as, whose own story remembers only its own. */
    Uni<Void> rememberCoalesced(Ask ask, Steps steps, AnswerEvent event) {
        if (event instanceof AnswerEvent.Completed(Answer answer) && answer.cache() == Answer.Cache.COALESCED) {
            return turns.remember(
                            question(ask, ask.subject()),
                            steps,
                            Multi.createFrom().item(event))
                    .collect()
                    .last()
                    .replaceWithVoid();
        }
        return Uni.createFrom().voidItem();
    }

    /** What was found for an answer before it was left behind. */
    Optional<SearchReply> found(Interrupted answer) {
        return answer.findings().map(this::read);
    }

    private final class Of implements Story {
        private final Ask ask;
        private final List<AnswerEvent> told;
        private final Steps steps;
        private final Function<Consumer<SearchReply>, Multi<AnswerEvent>> work;
        private volatile @Nullable Duration firstWord;

        private Of(
                Ask ask,
                List<AnswerEvent> told,
                Steps steps,
                Function<Consumer<SearchReply>, Multi<AnswerEvent>> work) {
            this.ask = ask;
            this.told = told;
            this.steps = steps;
            this.work = work;
        }

        @Override
        public Multi<AnswerEvent> events(Consumer<String> findings) {
            return Multi.createFrom().deferred(() -> {
                Multi<AnswerEvent> events = work.apply(found -> findings.accept(write(found)));
                Multi<AnswerEvent> held = AnswerLife.after(ask.id(), told).hold(events);
                return metrics.observe(turns.remember(question(ask, ask.subject()), steps, held))
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
        public Uni<Void> keep(AnswerEvent.Terminal end) {
            return recorder.keep(finished(end, ask.subject()));
        }

        private FinishedAnswer finished(AnswerEvent.Terminal end, String subject) {
            return FinishedAnswer.of(question(ask, subject), end, firstWord, sinceAsked(), steps.done());
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
