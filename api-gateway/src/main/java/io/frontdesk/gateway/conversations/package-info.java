/** Conversations, and all that is kept about a customer: passed on to the generation-service. */
@NullMarked
package io.frontdesk.gateway.conversations;

import org.jspecify.annotations.NullMarked;
