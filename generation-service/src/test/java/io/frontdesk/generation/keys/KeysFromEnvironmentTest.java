package io.frontdesk.generation.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.pool.KeyLimits;
import io.frontdesk.generation.pool.LlmKey;
import io.frontdesk.generation.pool.Tier;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeysFromEnvironmentTest {
    @Test
    void findsKeysOfAllProvidersByTheNamesThatOperatorsKnow() {
        List<LlmKey> keys = read(Map.of(
                "OPENAI_API_KEY", "sk-1",
                "OPENAI_API_KEY_2", "sk-2",
                "OPENAI_API_KEY_3", " ",
                "OPENAI_API_KEY_FALLBACK_1", "sk-f",
                "GEMINI_API_KEY", "g",
                "ANTHROPIC_API_KEY_2", "a",
                "OTHER_API_KEY", "no"));

        assertThat(keys)
                .extracting(LlmKey::alias, LlmKey::secret)
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "(\"openai\", \"sk-1\")",
                        "(\"openai-2\", \"sk-2\")",
                        "(\"openai-fallback-1\", \"sk-f\")",
                        "(\"gemini\", \"g\")",
                        "(\"anthropic-2\", \"a\")");
        assertThat(key(keys, "gemini").baseUrl())
                .hasToString("https://generativelanguage.googleapis.com/v1beta/openai");
        assertThat(key(keys, "anthropic-2").acceptsPrefix()).isTrue();
        assertThat(key(keys, "openai-fallback-1").priority())
                .isGreaterThan(key(keys, "anthropic-2").priority());
        assertThat(key(keys, "openai").priority())
                .isEqualTo(key(keys, "openai-2").priority())
                .isLessThan(key(keys, "gemini").priority());
    }

    @Test
    void readsWhatGoesWithAKeyForItAloneOrForItsProvider() {
        List<LlmKey> keys = read(Map.of(
                "OPENAI_API_KEY", "sk-1",
                "OPENAI_API_KEY_2", "sk-2",
                "OPENAI_MODEL", "large",
                "OPENAI_CHEAP_MODEL", "small",
                "OPENAI_MODEL_2", "other",
                "OPENAI_BASE_URL_2", "http://localhost:11434/v1",
                "OPENAI_REQUESTS_PER_MINUTE", "60",
                "OPENAI_TOKENS_PER_DAY_2", "1000"));

        assertThat(key(keys, "openai").model(Tier.STRONG)).isEqualTo("large");
        assertThat(key(keys, "openai").model(Tier.CHEAP)).isEqualTo("small");
        assertThat(key(keys, "openai").limits()).isEqualTo(new KeyLimits(60, 0, 0, 0));
        assertThat(key(keys, "openai-2").model(Tier.STRONG)).isEqualTo("other");
        assertThat(key(keys, "openai-2").baseUrl()).isEqualTo(URI.create("http://localhost:11434/v1"));
        assertThat(key(keys, "openai-2").limits()).isEqualTo(new KeyLimits(60, 0, 0, 1_000));
    }

    @Test
    void keepsSecretsOutOfTexts() {
        assertThat(read(Map.of("OPENAI_API_KEY", "sk-secret")))
                .noneMatch(key -> key.toString().contains("sk-secret"));
    }

    private static LlmKey key(List<LlmKey> keys, String alias) {
        return keys.stream()
                .filter(key -> key.alias().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    private static List<LlmKey> read(Map<String, String> environment) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "test", 100))
                .build();
        return new KeysFromEnvironment(config, "USD").read();
    }
}
