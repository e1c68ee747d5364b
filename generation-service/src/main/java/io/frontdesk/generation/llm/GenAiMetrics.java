package io.frontdesk.generation.llm;

import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Figures of calls to language models, under the names of OpenTelemetry's semantic conventions for GenAI, none of which
 * is stable yet: they stand here alone.
 */
public final class GenAiMetrics {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(80);

    private final MeterRegistry registry;
    private final LongSupplier nanoTime;
    private final Tags tags;

    public GenAiMetrics(MeterRegistry registry, LongSupplier nanoTime, String provider, String model) {
        this.registry = registry;
        this.nanoTime = nanoTime;
        this.tags = Tags.of(
                "gen_ai.operation.name", "chat", "gen_ai.provider.name", provider, "gen_ai.request.model", model);
    }

    /** The same stream, measured. */
    public Multi<ChatPart> observe(Multi<ChatPart> parts) {
        return Multi.createFrom().deferred(() -> {
            var call = new Call();
            return parts.onItem().invoke(call::received).onTermination().invoke(call::ended);
        });
    }

    private final class Call {
        private final long asked = nanoTime.getAsLong();
        private boolean begun;

        private void received(ChatPart part) {
            switch (part) {
                case ChatPart.Token token -> {
                    if (!begun) {
                        begun = true;
                        timer("gen_ai.server.time_to_first_token", tags).record(elapsed());
                    }
                }
                case ChatPart.End end -> count(end.response().tokenUsage());
            }
        }

        private void ended(@Nullable Throwable failure, boolean cancelled) {
            String error = cancelled ? "cancelled" : failure == null ? "none" : label(failure);
            timer("gen_ai.client.operation.duration", tags.and("error.type", error))
                    .record(elapsed());
        }

        private Duration elapsed() {
            return Duration.ofNanos(nanoTime.getAsLong() - asked);
        }
    }

    private void count(@Nullable TokenUsage usage) {
        if (usage != null) {
            count("input", usage.inputTokenCount());
            count("output", usage.outputTokenCount());
        }
    }

    private void count(String type, @Nullable Integer tokens) {
        if (tokens != null) {
            DistributionSummary.builder("gen_ai.client.token.usage")
                    .baseUnit("token")
                    .tags(tags.and("gen_ai.token.type", type))
                    .register(registry)
                    .record(tokens);
        }
    }

    private Timer timer(String name, Tags labels) {
        return Timer.builder(name)
                .tags(labels)
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(registry);
    }

    private static String label(Throwable failure) {
        return failure instanceof LlmFailure known ? known.kind().label() : "other";
    }
}
