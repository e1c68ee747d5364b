/** The service as its callers and neighbours meet it: over HTTP and Kafka, on real PostgreSQL, with the real parser program. */
@NullMarked
package io.frontdesk.ingestion;

import org.jspecify.annotations.NullMarked;
