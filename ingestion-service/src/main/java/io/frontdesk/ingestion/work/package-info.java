/**
 * What is to be done with documents, and the workers that do it. The queue is rows with leases: a worker that dies leaves a
 * lease that runs out, and one that was overtaken can write nothing any more.
 */
@NullMarked
package io.frontdesk.ingestion.work;

import org.jspecify.annotations.NullMarked;
