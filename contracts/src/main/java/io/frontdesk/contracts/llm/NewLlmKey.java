package io.frontdesk.contracts.llm;

import io.frontdesk.contracts.InvalidField;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A key that the operator adds. Limits are 0, or absent, where there is none.
 *
 * @param alias names it in logs and metrics, lower-case letters, digits and hyphens; made from its id where it is absent
 * @param provider in metrics; {@code openai} where it is absent
 * @param baseUrl where the provider serves OpenAI's protocol
 * @param secret the provider's key; never shown again
 * @param model for what needs a strong one, by the provider's name
 * @param cheapModel for simple questions, where that is another one
 * @param priority the lowest number is asked first; 50 where it is absent
 * @param requestsPerMinute no 60 seconds hold more
 * @param tokensPerMinute read and written
 * @param requestsPerDay days are those of UTC
 * @param tokensPerDay read and written
 * @param promptPrice of a million tokens that are read, in units of the installation's currency
 * @param completionPrice of a million tokens that are written
 * @param acceptsPrefix whether the model goes on with an answer that ends the conversation
 * @param enabled whether it is used; it is, where that is absent
 */
public record NewLlmKey(
        @Nullable String alias,
        @Nullable String provider,
        URI baseUrl,
        String secret,
        String model,
        @Nullable String cheapModel,
        @Nullable Integer priority,
        @Nullable Long requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable Long requestsPerDay,
        @Nullable Long tokensPerDay,
        @Nullable BigDecimal promptPrice,
        @Nullable BigDecimal completionPrice,
        @Nullable Boolean acceptsPrefix,
        @Nullable Boolean enabled) {
    public NewLlmKey {
        require("base_url", baseUrl);
        require("secret", secret);
        require("model", model);
    }

    private static void require(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidField(field, "must not be empty");
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewLlmKey[%s, %s at %s]".formatted(alias, model, baseUrl);
    }
}
