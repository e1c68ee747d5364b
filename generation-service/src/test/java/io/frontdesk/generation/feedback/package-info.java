/** Feedback over HTTP. */
@NullMarked
package io.frontdesk.generation.feedback;

import org.jspecify.annotations.NullMarked;
