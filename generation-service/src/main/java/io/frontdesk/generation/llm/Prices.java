package io.frontdesk.generation.llm;

import dev.langchain4j.model.output.TokenUsage;
import io.frontdesk.contracts.Money;
import io.frontdesk.contracts.answers.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What tokens cost. */
public record Prices(BigDecimal promptPerMillion, BigDecimal completionPerMillion, String currency) {

    /** Usage with its cost, rounded up; none where the provider did not say. */
    public Usage of(@Nullable TokenUsage tokens) {
        if (tokens == null) {
            return new Usage(0, 0, new Money(0, currency));
        }
        int prompt = orZero(tokens.inputTokenCount());
        int completion = orZero(tokens.outputTokenCount());
        // A price for a million tokens is the price of one token in millionths.
        BigDecimal micros = promptPerMillion
                .multiply(BigDecimal.valueOf(prompt))
                .add(completionPerMillion.multiply(BigDecimal.valueOf(completion)));
        return new Usage(
                prompt,
                completion,
                new Money(micros.setScale(0, RoundingMode.CEILING).longValueExact(), currency));
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
