/** Chunks on their way to the retrieval-service. */
@NullMarked
package io.frontdesk.ingestion.index;

import org.jspecify.annotations.NullMarked;
