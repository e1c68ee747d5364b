package io.frontdesk.e2e.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.frontdesk.e2e.openapi.Message;

/** Stands in a value for what no well-formed string holds, until the value is encoded. */
final class Marker {
    /** Of the area for private use, so that nothing else has it. */
    static final String TEXT = "\uE000";

    private static final String ENCODED = new String(TEXT.getBytes(UTF_8), ISO_8859_1);

    private Marker() {}

    /** With half a surrogate pair in bodies, as JSON spells it, and with bytes that are no UTF-8 in URLs. */
    static Message replaced(Message message) {
        var body = message.body();
        return message.withTarget(message.target().replace("%EE%80%80", "%FF%C0"))
                .withBody(body == null ? null : body.replace(ENCODED, "\\ud800"));
    }
}
