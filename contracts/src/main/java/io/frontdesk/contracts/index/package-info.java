/** Chunks on their way into the index, from ingestion-service to retrieval-service. */
@NullMarked
package io.frontdesk.contracts.index;

import org.jspecify.annotations.NullMarked;
