package io.frontdesk.retrieval.index;

import io.frontdesk.contracts.InvalidField;
import java.util.UUID;

/**
 * One version of a tenant's document.
 *
 * @param version from 1; a later version replaces an earlier one
 */
record DocumentVersion(UUID tenant, UUID document, long version) {
    DocumentVersion {
        if (version < 1) {
            throw new InvalidField("version", "must be at least 1, is " + version);
        }
    }
}
