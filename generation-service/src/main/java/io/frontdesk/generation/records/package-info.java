/**
 * What is kept of answers that have ended. A record is appended to the stream {@code generation:finished} on the state Redis
 * (fields {@code tenant}, {@code id} of the answer, {@code json}) before its answer's end is told; from there any replica folds
 * records into PostgreSQL, in batches: the answer, the figures of its hour, whether it was answered badly, and the event for
 * Kafka in one transaction. A record that comes twice changes nothing.
 */
@NullMarked
package io.frontdesk.generation.records;

import org.jspecify.annotations.NullMarked;
