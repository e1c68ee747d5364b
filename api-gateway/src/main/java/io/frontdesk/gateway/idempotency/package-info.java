/**
 * {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): what is asked for twice with one key is done once, whichever
 * gateways are asked. It is claimed on the state Redis before it is done, and its response is kept there for whoever repeats the request.
 */
@NullMarked
package io.frontdesk.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
