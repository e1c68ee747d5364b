package io.frontdesk.auth.users;

import io.frontdesk.auth.access.Role;
import java.time.Instant;
import java.util.UUID;

/** A person who works for a tenant. */
record User(UUID id, UUID tenantId, Email email, Role role, Instant createdAt) {
    User withRole(Role other) {
        return new User(id, tenantId, email, other, createdAt);
    }
}
