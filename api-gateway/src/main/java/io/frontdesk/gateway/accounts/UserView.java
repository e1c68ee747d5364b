package io.frontdesk.gateway.accounts;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person of the tenant, as it is shown. */
@Schema(name = "User")
record UserView(UUID id, String email, String role, Instant createdAt) {}
