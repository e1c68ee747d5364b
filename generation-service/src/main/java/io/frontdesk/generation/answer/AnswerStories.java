package io.frontdesk.generation.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.generation.log.Ask;
import io.frontdesk.generation.log.Continuation.Interrupted;
import io.frontdesk.generation.log.Story;
import io.frontdesk.generation.steps.Steps;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers as the log wants them: held to their states, counted, with a record of how they ended. */
@ApplicationScoped
@RegisterForReflection(targets = SearchReply.class, registerFullHierarchy = true)
class AnswerStories {
    private final AnswerMetrics metrics;
    private final ObjectMapper json;

    AnswerStories(AnswerMetrics metrics, ObjectMapper json) {
        this.metrics = metrics;
        this.json = json;
    }

    /** What goes on after {@code told}, made by {@code work}, which is given where to leave what it has found. */
    Story of(Ask ask, List<AnswerEvent> told, Steps steps, Function<Consumer<SearchReply>, Multi<AnswerEvent>> work) {
        return new Story() {
            @Override
            public Multi<AnswerEvent> events(Consumer<String> findings) {
                return Multi.createFrom().deferred(() -> {
                    Multi<AnswerEvent> events = work.apply(found -> findings.accept(write(found)));
                    return metrics.observe(AnswerLife.after(ask.id(), told).hold(events));
                });
            }

            @Override
            public String record(AnswerEvent.Terminal end, String subject) {
                return write(new AnswerRecord(
                        ask.id(),
                        ask.conversationId(),
                        subject,
                        ask.request(),
                        end.name(),
                        end,
                        Instant.now(),
                        subject.equals(ask.subject()) ? steps.done() : List.of()));
            }
        };
    }

    /** What was found for an answer before it was left behind. */
    Optional<SearchReply> found(Interrupted answer) {
        return answer.findings().map(this::read);
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
