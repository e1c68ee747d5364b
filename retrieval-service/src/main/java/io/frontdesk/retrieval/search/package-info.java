/** Finds passages by meaning and by words, in one round trip to the database, among what the caller may see. */
@NullMarked
package io.frontdesk.retrieval.search;

import org.jspecify.annotations.NullMarked;
