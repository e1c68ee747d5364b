package io.frontdesk.ingestion.dead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String API_KEY = "fd_Ab12Cd34_" + "x9".repeat(30);
    private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

    @Test
    void takesCredentialsOutOfValues() {
        var redaction = new Redaction("the-record's-own");

        byte[] kept = redaction.value(
                "é %s, %s and the-record's-own".formatted(API_KEY, TOKEN).getBytes(UTF_8));

        assertThat(new String(kept, UTF_8)).isEqualTo("é [redacted], [redacted] and [redacted]");
    }

    @Test
    void leavesBytesWithoutCredentialsAlone() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(new Redaction(null).value(bytes)).isSameAs(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frontdesk-key", "Frontdesk-Key", "Authorization", "X-API-KEY", "cookie"})
    void dropsHeadersThatCarryCredentials(String name) {
        assertThat(new Redaction(null).headers(Map.of(name, "secret", "ce_id", "7")))
                .isEqualTo(Map.of("ce_id", "7"));
    }

    @Test
    void takesCredentialsOutOfHeadersAndKeysAndWhatCannotBeStored() {
        var redaction = new Redaction(API_KEY);

        assertThat(redaction.headers(Map.of("trace", "a\0 " + API_KEY, "long", "x".repeat(3_000))))
                .isEqualTo(Map.of("trace", "a [redacted]"));
        assertThat(redaction.key(API_KEY + "/faq")).isEqualTo("[redacted]/faq");
        assertThat(redaction.key("x".repeat(600))).isNull();
    }
}
