/** What was done for one answer, step by step, so that it can be explained afterwards. */
@NullMarked
package io.frontdesk.generation.steps;

import org.jspecify.annotations.NullMarked;
