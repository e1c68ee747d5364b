/** Originals: each version of a document as it came in. */
@NullMarked
package io.frontdesk.ingestion.blob;

import org.jspecify.annotations.NullMarked;
