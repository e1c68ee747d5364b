package io.frontdesk.generation.conversation;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;

/** How long a tenant wants conversations to be kept after their last turn. */
public interface Retention {
    Uni<Duration> of(UUID tenant);
}
