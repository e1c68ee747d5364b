package io.frontdesk.generation.health.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the database nothing, to hear whether it answers. */
@ApplicationScoped
class PgProbeStore {
    private static final String PROBE = "select 1";

    private final SystemDatabase database;

    PgProbeStore(SystemDatabase database) {
        this.database = database;
    }

    Uni<Void> probe() {
        return database.inTransaction(
                connection -> connection.query(PROBE).execute().replaceWithVoid());
    }
}
