/** Makes documents that are meant to do harm, each small enough to be made while a test runs. */
@NullMarked
package io.frontdesk.ingestion.parse.hostile;

import org.jspecify.annotations.NullMarked;
