/** The request id, from the first service to the last. */
@NullMarked
package io.frontdesk.kit.request;

import org.jspecify.annotations.NullMarked;
