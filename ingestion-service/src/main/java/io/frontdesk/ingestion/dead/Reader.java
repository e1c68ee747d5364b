package io.frontdesk.ingestion.dead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at dead letters.
 *
 * @param tenantId whose letters are seen; absent for the operator, who sees all
 * @param subject who it is, for the log
 */
record Reader(@Nullable UUID tenantId, String subject) {}
