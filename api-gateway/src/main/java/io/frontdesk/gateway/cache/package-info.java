/** Answers that are given again, as their tenant and the operator look after them: cleared, and asked for before customers do. */
@NullMarked
package io.frontdesk.gateway.cache;

import org.jspecify.annotations.NullMarked;
