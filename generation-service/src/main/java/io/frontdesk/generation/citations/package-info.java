/**
 * References of an answer's text to its passages, {@code [n]}: found while the text streams, checked against the passages
 * that were given, and made into citations with the sentence that supports them.
 */
@NullMarked
package io.frontdesk.generation.citations;

import org.jspecify.annotations.NullMarked;
