package io.frontdesk.gateway.idempotency;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response that a repeated request is given.
 *
 * @param body in base64; null where it was too large to be kept, or is a stream
 * @param answer whose events the response tells, where it is a stream
 */
@RegisterForReflection
record KeptResponse(
        int status,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable UUID answer) {
    KeptResponse {
        headers = Map.copyOf(headers);
    }
}
