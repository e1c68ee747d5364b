/** A request: its id, from the first service to the last, and the context in which it goes on. */
@NullMarked
package io.frontdesk.kit.request;

import org.jspecify.annotations.NullMarked;
