/** What is asked for twice with one key, done once. */
@NullMarked
package io.frontdesk.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
