/** The retrieval-service over HTTP, on real PostgreSQL and Redis. */
@NullMarked
package io.frontdesk.retrieval;

import org.jspecify.annotations.NullMarked;
