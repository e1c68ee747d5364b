package io.frontdesk.ingestion.dead.system;

import io.frontdesk.ingestion.dead.LetterStore;
import io.frontdesk.ingestion.dead.PgLetterStore;
import io.frontdesk.kit.database.SystemDatabase;
import io.frontdesk.kit.events.OutboxStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The letters of all tenants, and of none. */
@ApplicationScoped
class PgAllLettersStore {
    @Produces
    @Singleton
    LetterStore all(SystemDatabase database, OutboxStore outbox) {
        return new PgLetterStore(database::inTransaction, outbox);
    }
}
