/** Tests of where originals are kept. */
@NullMarked
package io.frontdesk.ingestion.blob;

import org.jspecify.annotations.NullMarked;
