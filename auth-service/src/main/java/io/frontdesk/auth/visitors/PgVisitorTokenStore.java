package io.frontdesk.auth.visitors;

import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Of a visitor's token only the audit trail keeps anything. */
@ApplicationScoped
class PgVisitorTokenStore {
    private final TenantDatabase database;
    private final PgAuditStore audit;

    PgVisitorTokenStore(TenantDatabase database, PgAuditStore audit) {
        this.database = database;
        this.audit = audit;
    }

    Uni<Void> append(AuditEvent event) {
        return database.query(event.tenantId(), connection -> audit.append(connection, event));
    }
}
