package io.frontdesk.auth.settings;

import io.frontdesk.contracts.InvalidField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A website that may call from a browser, written as browsers write the {@code Origin} header (RFC 6454, section 6.2), so that
 * comparing texts is enough; or {@link #ANY}.
 */
record Origin(String value) {
    static final Origin ANY = new Origin("*");

    private static final Pattern HTTPS =
            Pattern.compile("https://(?<host>" + label() + "(\\." + label() + ")*)(:(?<port>\\d{1,5}))?");
    private static final Pattern LOCAL = Pattern.compile("http://(?<host>localhost)(:(?<port>\\d{1,5}))?");
    private static final int MAX_HOST = 253;
    private static final int MAX_PORT = 65_535;

    /**
     * Reads one: {@code https://host[:port]}, {@code http://localhost[:port]} or {@code *}.
     *
     * @throws InvalidField where it is anything else, such as {@code null} or a pattern
     */
    static Origin parse(@Nullable String text) {
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (lower.equals(ANY.value)) {
            return ANY;
        }
        Matcher https = HTTPS.matcher(lower);
        if (https.matches()) {
            return of("https://", https, "443");
        }
        Matcher local = LOCAL.matcher(lower);
        if (local.matches()) {
            return of("http://", local, "80");
        }
        throw refused();
    }

    private static Origin of(String scheme, Matcher parts, String defaultPort) {
        String host = parts.group("host");
        String port = parts.group("port");
        if (host.length() > MAX_HOST || port != null && !isPort(Integer.parseInt(port))) {
            throw refused();
        }
        return new Origin(scheme + host + (port == null || port.equals(defaultPort) ? "" : ":" + port));
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= MAX_PORT;
    }

    private static InvalidField refused() {
        return new InvalidField("cors.origins", "must be https://host[:port], http://localhost[:port], or *");
    }

    /** RFC 1123, section 2.1. */
    private static String label() {
        return "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    }
}
