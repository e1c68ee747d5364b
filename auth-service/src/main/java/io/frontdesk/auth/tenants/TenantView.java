package io.frontdesk.auth.tenants;

import java.time.Instant;
import java.util.UUID;

/** A tenant as callers see it. */
record TenantView(UUID id, String name, String plan, String status, Instant createdAt) {
    static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.id(), tenant.name(), tenant.plan(), tenant.status().wireName(), tenant.createdAt());
    }
}
