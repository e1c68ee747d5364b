/** Cuts documents into pieces that are searched and cited as one. Plain classes, the same result each time. */
@NullMarked
package io.frontdesk.ingestion.chunk;

import org.jspecify.annotations.NullMarked;
