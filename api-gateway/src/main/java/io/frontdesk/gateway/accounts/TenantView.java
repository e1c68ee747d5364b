package io.frontdesk.gateway.accounts;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A business, as it is shown.
 *
 * @param status {@code active}, {@code suspended} or {@code deleting}
 */
@Schema(name = "Tenant")
record TenantView(UUID id, String name, String plan, String status, Instant createdAt) {}
