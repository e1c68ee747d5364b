package io.frontdesk.gateway.stream;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** One event as it stands in a stream (WHATWG HTML section 9.2), or a comment, without the blank line that ends it. */
public record EventFrame(String text) {
    private static final String END = "\n\n";

    public Buffer bytes() {
        return Buffer.buffer(text + END);
    }

    public Optional<Long> id() {
        return field("id").map(Long::parseLong);
    }

    /** The value of a field; services write each field once, on one line. */
    public Optional<String> field(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
