package io.frontdesk.generation.conversation;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** The installation's, for every tenant. */
@DefaultBean
@ApplicationScoped
class StandardRetention implements Retention {
    private final ConversationConfig config;

    StandardRetention(ConversationConfig config) {
        this.config = config;
    }

    @Override
    public Uni<Duration> of(UUID tenant) {
        return Uni.createFrom().item(config.retention());
    }
}
