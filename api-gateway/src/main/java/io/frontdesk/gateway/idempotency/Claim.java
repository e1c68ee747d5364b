package io.frontdesk.gateway.idempotency;

import io.frontdesk.contracts.Sha256;
import java.util.UUID;

/** What a key stands for: one thing that one caller wants of one route. The same key for anything else is another. */
record Claim(UUID tenant, String subject, String method, String path, String key) {
    /** Where it stands on the state Redis; the braces keep what is one tenant's in one slot. */
    String name() {
        return "idempotency:{" + tenant + "}:" + Sha256.hex(text());
    }

    /** All of it. What stands before the subject has no line breaks, so that no two claims read the same. */
    String text() {
        return String.join("\n", tenant.toString(), method, path, key, subject);
    }

    /** Keeps the key out of logs: it opens what is kept. */
    @Override
    public String toString() {
        return "Claim[%s %s, tenant=%s]".formatted(method, path, tenant);
    }
}
