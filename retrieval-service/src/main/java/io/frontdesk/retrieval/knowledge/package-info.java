/**
 * The version of each tenant's knowledge, which rises with every change of what searches find: as other services see it in the
 * tenant's state, and as the world is told.
 */
@NullMarked
package io.frontdesk.retrieval.knowledge;

import org.jspecify.annotations.NullMarked;
