package io.frontdesk.generation.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The language models that write answers; without a key, answers are quoted. Keys come from here, from the environment ({@code
 * OPENAI_API_KEY} and its like), and from the operator.
 */
@ConfigMapping(prefix = "frontdesk.llm")
public interface LlmConfig {
    /** Keys of providers, by their aliases. */
    Map<String, Key> keys();

    /** How long the first token may take, from the request on. */
    @WithDefault("20s")
    Duration timeout();

    /** How long the model may pause between tokens. */
    @WithDefault("10s")
    Duration pause();

    /** The longest answer, in tokens. */
    @WithDefault("800")
    int maxTokens();

    /** Sent where it is set; some models refuse any. */
    OptionalDouble temperature();

    /** Connections to each provider; each running answer holds one. */
    @WithDefault("200")
    int connections();

    /** The currency of all prices, ISO 4217. */
    @WithDefault("USD")
    String currency();

    /** Which model writes, unless the tenant has chosen. */
    @WithDefault("auto")
    ModelPreference modelChoice();

    /** Which model writes. */
    enum ModelPreference {
        /** The cheap one where the question is simple. */
        AUTO,
        CHEAP,
        STRONG
    }

    /** One key. */
    interface Key {
        String secret();

        /** In metrics; {@code openai} is spoken to as only OpenAI wants it. */
        @WithDefault("openai")
        String provider();

        /** Where the provider serves OpenAI's protocol. */
        @WithDefault("https://api.openai.com/v1")
        URI baseUrl();

        /** The model for what needs a strong one, by the provider's name. */
        String model();

        /** The model for simple questions, where there is another one. */
        Optional<String> cheapModel();

        /** The lowest number is asked first. */
        @WithDefault("50")
        int priority();

        /** No 60 seconds hold more; 0 is no limit, here and below. */
        @WithDefault("0")
        long requestsPerMinute();

        /** Read and written. */
        @WithDefault("0")
        long tokensPerMinute();

        /** Days are those of UTC. */
        @WithDefault("0")
        long requestsPerDay();

        @WithDefault("0")
        long tokensPerDay();

        /** What a million tokens cost that are read, in units of the currency. */
        @WithDefault("0")
        BigDecimal promptPrice();

        /** That are written. */
        @WithDefault("0")
        BigDecimal completionPrice();

        /** Whether its model goes on with an answer that ends the conversation, as Anthropic's do. */
        @WithDefault("false")
        boolean acceptsPrefix();
    }
}
