/** Ways in: documents come over HTTP and Kafka, and leave the same two ways. Nothing is said to be taken in before it is stored. */
@NullMarked
package io.frontdesk.ingestion.intake;

import org.jspecify.annotations.NullMarked;
