/** Questions and answers: one stream of events from generation, forwarded or folded into one answer. */
@NullMarked
package io.frontdesk.gateway.answers;

import org.jspecify.annotations.NullMarked;
