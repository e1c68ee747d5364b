/**
 * How much time a request has left ({@link io.frontdesk.contracts.Headers#TIME_LEFT}): work for which nobody can wait any more is not
 * begun, and given up where it says so by {@link io.frontdesk.kit.deadline.Deadlines#within}.
 *
 * <p>A deadline is handed on by name, never by a filter of clients: tokens, vectors and answers are made once for many requests, and the
 * deadline of the one that came first must not end what others wait for.
 */
@NullMarked
package io.frontdesk.kit.deadline;

import org.jspecify.annotations.NullMarked;
