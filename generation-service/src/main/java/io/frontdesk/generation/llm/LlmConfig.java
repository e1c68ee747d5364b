package io.frontdesk.generation.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The language model that writes answers; without a key, answers are quoted. */
@ConfigMapping(prefix = "frontdesk.llm")
public interface LlmConfig {
    /** The provider's key. */
    Optional<String> apiKey();

    /** Where the provider serves OpenAI's protocol. */
    @WithDefault("https://api.openai.com/v1")
    URI baseUrl();

    /** The model, by the provider's name. */
    @WithDefault("gpt-4o-mini")
    String model();

    /** The provider's name in metrics. */
    @WithDefault("openai")
    String provider();

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

    /** Connections to the provider; each running answer holds one. */
    @WithDefault("200")
    int connections();

    /** What a million tokens cost. */
    Price price();

    /** Prices in units of the currency. */
    interface Price {
        /** Of a million tokens that are read. */
        @WithDefault("0.15")
        BigDecimal promptPerMillion();

        /** Of a million tokens that are written. */
        @WithDefault("0.60")
        BigDecimal completionPerMillion();

        /** ISO 4217. */
        @WithDefault("USD")
        String currency();
    }
}
