/** A tenant to try the suite with: its key, its documents, published through Kafka, and its first question. */
@NullMarked
package io.frontdesk.local.demo;

import org.jspecify.annotations.NullMarked;
