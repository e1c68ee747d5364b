package io.frontdesk.ingestion.dead;

import java.util.UUID;

/** The dead letters of one tenant or another. */
interface TenantLetters {
    LetterStore of(UUID tenantId);
}
