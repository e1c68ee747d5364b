package io.frontdesk.generation.keys;

import io.frontdesk.generation.llm.Prices;
import io.frontdesk.generation.pool.KeyLimits;
import io.frontdesk.generation.pool.LlmKey;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Keys under the names that operators know: {@code OPENAI_API_KEY}, {@code OPENAI_API_KEY_2}, …, {@code OPENAI_API_KEY_FALLBACK_1},
 * and the same for {@code GEMINI_} and {@code ANTHROPIC_}. What goes with a key is {@code OPENAI_MODEL} and its like for all keys of
 * the provider, {@code OPENAI_MODEL_2} for one.
 */
final class KeysFromEnvironment {
    private static final Pattern NAME = Pattern.compile("(OPENAI|GEMINI|ANTHROPIC)_API_KEY((?:_FALLBACK)?_[1-9]\\d?)?");

    /** Behind all others, whatever the provider. */
    private static final int FALLBACK = 100;

    private final Config config;
    private final String currency;

    KeysFromEnvironment(Config config, String currency) {
        this.config = config;
        this.currency = currency;
    }

    List<LlmKey> read() {
        List<LlmKey> keys = new ArrayList<>();
        var names = new TreeSet<String>();
        config.getPropertyNames().forEach(names::add);
        for (String name : names) {
            Matcher known = NAME.matcher(name);
            if (known.matches()) {
                String suffix = known.group(2) == null ? "" : known.group(2);
                text(name)
                        .map(secret -> key(Provider.valueOf(known.group(1)), suffix, secret))
                        .ifPresent(keys::add);
            }
        }
        return keys;
    }

    private LlmKey key(Provider provider, String suffix, String secret) {
        var of = new Named(provider.name(), suffix);
        int priority = suffix.startsWith("_FALLBACK") ? FALLBACK + provider.priority() : provider.priority();
        return new LlmKey(
                provider.label() + suffix.toLowerCase(Locale.ROOT).replace('_', '-'),
                provider.label(),
                URI.create(of.text("BASE_URL").orElse(provider.baseUrl())),
                secret,
                of.text("MODEL").orElse(provider.model()),
                of.text("CHEAP_MODEL").orElse(null),
                of.text("PRIORITY").map(Integer::valueOf).orElse(priority),
                new KeyLimits(
                        of.number("REQUESTS_PER_MINUTE"),
                        of.number("TOKENS_PER_MINUTE"),
                        of.number("REQUESTS_PER_DAY"),
                        of.number("TOKENS_PER_DAY")),
                new Prices(
                        of.text("PROMPT_PRICE").map(BigDecimal::new).orElse(provider.promptPrice()),
                        of.text("COMPLETION_PRICE").map(BigDecimal::new).orElse(provider.completionPrice()),
                        currency),
                of.text("ACCEPTS_PREFIX").map(Boolean::valueOf).orElse(provider.acceptsPrefix()));
    }

    /** Variables of one key, else those of its provider. */
    private final class Named {
        private final String provider;
        private final String suffix;

        private Named(String provider, String suffix) {
            this.provider = provider;
            this.suffix = suffix;
        }

        private Optional<String> text(String what) {
            String name = provider + "_" + what;
            return KeysFromEnvironment.this.text(name + suffix).or(() -> KeysFromEnvironment.this.text(name));
        }

        private long number(String what) {
            return text(what).map(Long::valueOf).orElse(0L);
        }
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }
}
