/** Documents in and out; ingestion does the work. */
@NullMarked
package io.frontdesk.gateway.documents;

import org.jspecify.annotations.NullMarked;
