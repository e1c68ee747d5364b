/** Passages without an answer. */
@NullMarked
package io.frontdesk.gateway.search;

import org.jspecify.annotations.NullMarked;
