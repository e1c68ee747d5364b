/** The ingestion-service: documents and their life, from whoever publishes them to the index. */
@NullMarked
package io.frontdesk.ingestion;

import org.jspecify.annotations.NullMarked;
