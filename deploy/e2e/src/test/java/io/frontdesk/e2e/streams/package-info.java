/** Answers whose model, whose generation-service or whose gateway fails in the middle, and questions that many ask at once. */
@NullMarked
package io.frontdesk.e2e.streams;

import org.jspecify.annotations.NullMarked;
