package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.writing.ExtractiveWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts answers by how they ended and who wrote them, and how long they took to their first word and to their end. */
@ApplicationScoped
class AnswerMetrics {
    private final MeterRegistry registry;

    AnswerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The same events, counted. */
    Multi<AnswerEvent> observe(Multi<AnswerEvent> events) {
        var answer = new Observed();
        return events.onItem().invoke(answer::told).onTermination().invoke((failure, cancelled) -> answer.ended());
    }

    private final class Observed {
        private final long asked = System.nanoTime();
        private boolean begun;
        private Tags how = tags("abandoned", "none");

        private void told(AnswerEvent event) {
            switch (event) {
                case AnswerEvent.Delta delta -> firstWord();
                case AnswerEvent.Completed(Answer answer) -> how = tags(outcome(answer), kind(answer));
                case AnswerEvent.Incomplete incomplete -> how = tags("incomplete", kind(incomplete.answer()));
                case AnswerEvent.Failed failed -> how = tags("failed", "none");
                case AnswerEvent.Escalated(Answer answer) -> how = tags("escalated", kind(answer));
                case AnswerEvent.Started s -> {}
                case AnswerEvent.Searching s -> {}
                case AnswerEvent.Waiting w -> {}
                case AnswerEvent.Cited c -> {}
            }
        }

        private void firstWord() {
            if (!begun) {
                begun = true;
                registry.timer("frontdesk.answers.first.word").record(elapsed());
            }
        }

        private void ended() {
            registry.counter("frontdesk.answers", how).increment();
            Timer.builder("frontdesk.answers.duration")
                    .tags(how)
                    .register(registry)
                    .record(elapsed());
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - asked);
        }
    }

    private static Tags tags(String outcome, String modelKind) {
        return Tags.of("outcome", outcome, "model_kind", modelKind);
    }

    private static String outcome(Answer answer) {
        return answer.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static String kind(@Nullable Answer answer) {
        if (answer == null) {
            return "none";
        }
        return answer.model().equals(ExtractiveWriter.MODEL) ? "extractive" : "llm";
    }
}
