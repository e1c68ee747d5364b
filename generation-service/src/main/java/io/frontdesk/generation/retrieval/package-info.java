/** The search of the retrieval-service, as this service needs it: in time, or with a reason why not. */
@NullMarked
package io.frontdesk.generation.retrieval;

import org.jspecify.annotations.NullMarked;
