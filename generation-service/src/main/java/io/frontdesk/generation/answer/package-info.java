/**
 * One question and its answer: the steps from the one to the other, the states an answer passes through, and the stream
 * of events in which it is told.
 */
@NullMarked
package io.frontdesk.generation.answer;

import org.jspecify.annotations.NullMarked;
