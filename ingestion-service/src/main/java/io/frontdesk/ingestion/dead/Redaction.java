package io.frontdesk.ingestion.dead;

import io.frontdesk.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a record: no credential, wherever it stands, and nothing that PostgreSQL cannot store as text.
 *
 * @param credential the one that the record came with
 */
public record Redaction(@Nullable String credential) {
    private static final String REDACTED = "[redacted]";
    private static final int LONGEST_TEXT = 2_048;

    /** An index has to hold it. */
    private static final int LONGEST_KEY = 512;

    private static final int MOST_HEADERS = 64;

    /** Shorter ones would be found in words that are none. */
    private static final int SHORTEST_CREDENTIAL = 8;

    /** API keys of ours, and signed tokens (RFC 7519). */
    private static final Pattern CREDENTIALS = Pattern.compile("fd_[0-9A-Za-z]{4,32}_[0-9A-Za-z-]{16,128}"
            + "|eyJ[0-9A-Za-z_-]{4,8192}\\.eyJ[0-9A-Za-z_-]{4,8192}\\.[0-9A-Za-z_-]{4,8192}");

    private static final Set<String> CREDENTIAL_HEADERS = Stream.of(
                    Headers.INTAKE_KEY, Headers.API_KEY, "Authorization", "Proxy-Authorization", "Cookie")
            .map(Redaction::lowerCase)
            .collect(Collectors.toUnmodifiableSet());

    /** A value without credentials; bytes that are no text stay as they are. */
    public byte[] value(byte[] value) {
        String bytes = new String(value, StandardCharsets.ISO_8859_1);
        String redacted = text(bytes);
        return redacted.equals(bytes) ? value : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Headers without those that carry a credential, and without those that are longer than any of ours. */
    public Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>();
        headers.forEach((name, value) -> {
            if (kept.size() < MOST_HEADERS
                    && !CREDENTIAL_HEADERS.contains(lowerCase(name))
                    && name.length() + value.length() <= LONGEST_TEXT) {
                kept.put(storable(name), storable(value));
            }
        });
        return kept;
    }

    /** A key of Kafka's; absent where it is longer than any of ours. */
    public @Nullable String key(@Nullable String key) {
        return key == null || key.length() > LONGEST_KEY ? null : storable(key);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private String storable(String text) {
        return text(text).replace("\0", "");
    }

    private String text(String text) {
        String own = Objects.requireNonNullElse(credential, "");
        String without = own.length() < SHORTEST_CREDENTIAL ? text : text.replace(own, REDACTED);
        return CREDENTIALS.matcher(without).replaceAll(Matcher.quoteReplacement(REDACTED));
    }
}
