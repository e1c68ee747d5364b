/** What customers think of answers. A question whose answer is not liked counts as badly answered. */
@NullMarked
package io.frontdesk.generation.feedback;

import org.jspecify.annotations.NullMarked;
