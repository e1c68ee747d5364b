package io.frontdesk.gateway.idempotency;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.InvalidField;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of a request: a structured field's string (RFC 9651, section 3.3.3), or the same without its quotes. */
record IdempotencyKey(String value) {
    private static final int LONGEST = 255;
    private static final Pattern STRING = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-~][ -~]*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    IdempotencyKey {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw refused("must have 1 to %d characters, has %d".formatted(LONGEST, value.length()));
        }
    }

    /** The key that the headers of this name bring; empty where there are none. */
    static Optional<IdempotencyKey> of(List<String> headers) {
        if (headers.size() > 1) {
            throw refused("must stand there once");
        }
        return headers.stream().findFirst().map(header -> new IdempotencyKey(value(header.strip())));
    }

    private static String value(String header) {
        Matcher string = STRING.matcher(header);
        if (string.matches()) {
            return ESCAPED.matcher(string.group(1)).replaceAll("$1");
        }
        if (header.isEmpty() || BARE.matcher(header).matches()) {
            return header;
        }
        throw refused("must be printable ASCII, in quotes or without any");
    }

    private static InvalidField refused(String problem) {
        return new InvalidField(Headers.IDEMPOTENCY_KEY, problem);
    }
}
