package io.frontdesk.ingestion.dead;

import io.frontdesk.ingestion.dead.PgLetterStore.Transactions;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.kit.events.OutboxStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** The letters of each tenant, by row-level security. */
@ApplicationScoped
class PgTenantLettersStore implements TenantLetters {
    private final TenantDatabase database;
    private final OutboxStore outbox;

    PgTenantLettersStore(TenantDatabase database, OutboxStore outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public LetterStore of(UUID tenantId) {
        return new PgLetterStore(new OfTenant(database, tenantId), outbox);
    }

    private record OfTenant(TenantDatabase database, UUID tenantId) implements Transactions {
        @Override
        public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
            return database.inTransaction(tenantId, work);
        }
    }
}
