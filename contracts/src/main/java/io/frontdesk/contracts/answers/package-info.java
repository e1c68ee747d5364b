/** One question and its answer, between gateway and generation-service, and at the edge. */
@NullMarked
package io.frontdesk.contracts.answers;

import org.jspecify.annotations.NullMarked;
