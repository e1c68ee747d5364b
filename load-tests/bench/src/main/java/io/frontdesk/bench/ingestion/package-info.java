/** How fast documents become searchable, beside the speed of the embedding model alone on the same chunks. */
@NullMarked
package io.frontdesk.bench.ingestion;

import org.jspecify.annotations.NullMarked;
