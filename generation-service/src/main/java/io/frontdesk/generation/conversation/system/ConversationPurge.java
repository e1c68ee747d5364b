package io.frontdesk.generation.conversation.system;

import io.frontdesk.generation.conversation.ConversationConfig;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Forgets conversations that have been kept for as long as their tenants want. Each replica does, and none of them twice. */
@ApplicationScoped
class ConversationPurge {
    private static final int BATCH = 500;

    private final PgConversationPurgeStore store;
    private final Rounds rounds;

    ConversationPurge(PgConversationPurgeStore store, ConversationConfig config, Vertx vertx) {
        this.store = store;
        this.rounds = new Rounds(vertx, "Purge of conversations", config.purgeEvery(), this::purge);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Whether there may be more. */
    Uni<Boolean> purge() {
        return store.forget(BATCH).map(forgotten -> forgotten == BATCH);
    }
}
