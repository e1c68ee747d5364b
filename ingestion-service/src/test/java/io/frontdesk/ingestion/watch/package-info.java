/** Tests of following documents. */
@NullMarked
package io.frontdesk.ingestion.watch;

import org.jspecify.annotations.NullMarked;
