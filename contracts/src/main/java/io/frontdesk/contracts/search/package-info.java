/** One search, between gateway or generation-service and retrieval-service. */
@NullMarked
package io.frontdesk.contracts.search;

import org.jspecify.annotations.NullMarked;
