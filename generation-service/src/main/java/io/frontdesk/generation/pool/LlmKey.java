package io.frontdesk.generation.pool;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.generation.llm.Prices;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key of a provider that serves OpenAI's protocol.
 *
 * @param alias names it in logs, metrics and to the operator; lower-case letters, digits and hyphens
 * @param provider in metrics, such as {@code openai}; that one is told the length of an answer in its own way
 * @param model for what needs a strong one, by the provider's name
 * @param cheapModel for simple questions; null where they are answered by the strong one too
 * @param priority the lowest number is asked first
 * @param prices of its models
 * @param acceptsPrefix whether the model goes on with an answer that ends the conversation
 */
public record LlmKey(
        String alias,
        String provider,
        URI baseUrl,
        String secret,
        String model,
        @Nullable String cheapModel,
        int priority,
        KeyLimits limits,
        Prices prices,
        boolean acceptsPrefix) {
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public LlmKey {
        if (!ALIAS.matcher(alias).matches()) {
            throw new InvalidField("alias", "must be lower-case letters, digits and hyphens, at most 63, is " + alias);
        }
        if (!PROVIDER.matcher(provider).matches()) {
            throw new InvalidField("provider", "must be lower-case letters, digits and hyphens, at most 40");
        }
        if (baseUrl.getHost() == null
                || baseUrl.getScheme() == null
                || !baseUrl.getScheme().matches("https?")) {
            throw new InvalidField("base_url", "must be an http or https address, is " + baseUrl);
        }
        // A key travels in a header.
        if (secret.isBlank() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new InvalidField("secret", "must be printable ASCII without spaces");
        }
        if (priority < 0 || priority > 1_000_000) {
            throw new InvalidField("priority", "must be from 0 to 1,000,000, is " + priority);
        }
        if (model.isBlank()) {
            throw new InvalidField("model", "must not be empty");
        }
    }

    /** The model that answers what needs this tier. */
    public String model(Tier tier) {
        return tier == Tier.CHEAP && cheapModel != null ? cheapModel : model;
    }

    /** Whether it has a model that was meant for this tier, and none better or worse. */
    boolean isMeantFor(Tier tier) {
        return tier == Tier.STRONG || cheapModel != null;
    }

    /** Where its models are asked. */
    String completions() {
        String base = baseUrl.toString();
        return (base.endsWith("/") ? base : base + "/") + "chat/completions";
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "LlmKey[%s, %s at %s]".formatted(alias, model, baseUrl);
    }
}
