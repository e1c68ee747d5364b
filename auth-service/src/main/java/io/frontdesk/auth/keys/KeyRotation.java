package io.frontdesk.auth.keys;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.contracts.InvalidField;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/api-keys/{id}/rotate}.
 *
 * @param overlapSeconds for how long the old key works beside the new one: 0 to 30 days; a day where it is absent
 */
record KeyRotation(@Nullable Long overlapSeconds) implements ClosedRequest {
    private static final Duration DEFAULT = Duration.ofDays(1);
    private static final Duration MAX = Duration.ofDays(30);

    Duration checkedOverlap() {
        if (overlapSeconds == null) {
            return DEFAULT;
        }
        if (overlapSeconds < 0 || overlapSeconds > MAX.toSeconds()) {
            throw new InvalidField(
                    "overlap_seconds", "must be 0 to " + MAX.toSeconds() + " (30 days), is " + overlapSeconds);
        }
        return Duration.ofSeconds(overlapSeconds);
    }
}
