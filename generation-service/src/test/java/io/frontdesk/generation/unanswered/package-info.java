/** Unanswered questions over HTTP. */
@NullMarked
package io.frontdesk.generation.unanswered;

import org.jspecify.annotations.NullMarked;
