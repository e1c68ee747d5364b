/** Tests of the ways in. */
@NullMarked
package io.frontdesk.ingestion.intake;

import org.jspecify.annotations.NullMarked;
