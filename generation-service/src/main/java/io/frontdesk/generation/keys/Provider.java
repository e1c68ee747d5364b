package io.frontdesk.generation.keys;

import java.math.BigDecimal;
import java.util.Locale;

/** Providers whose keys are found in the environment, and what is meant where nothing else is said. Prices are in USD. */
enum Provider {
    OPENAI("https://api.openai.com/v1", "gpt-4o-mini", "0.15", "0.60", 10, false),
    GEMINI("https://generativelanguage.googleapis.com/v1beta/openai", "gemini-2.5-flash", "0.30", "2.50", 20, false),
    ANTHROPIC("https://api.anthropic.com/v1", "claude-haiku-4-5", "1.00", "5.00", 30, true);

    private final String baseUrl;
    private final String model;
    private final BigDecimal promptPrice;
    private final BigDecimal completionPrice;
    private final int priority;
    private final boolean acceptsPrefix;

    Provider(
            String baseUrl,
            String model,
            String promptPrice,
            String completionPrice,
            int priority,
            boolean acceptsPrefix) {
        this.baseUrl = baseUrl;
        this.model = model;
        this.promptPrice = new BigDecimal(promptPrice);
        this.completionPrice = new BigDecimal(completionPrice);
        this.priority = priority;
        this.acceptsPrefix = acceptsPrefix;
    }

    /** In metrics, and the beginning of its keys' aliases. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String baseUrl() {
        return baseUrl;
    }

    String model() {
        return model;
    }

    BigDecimal promptPrice() {
        return promptPrice;
    }

    BigDecimal completionPrice() {
        return completionPrice;
    }

    int priority() {
        return priority;
    }

    boolean acceptsPrefix() {
        return acceptsPrefix;
    }
}
