/**
 * From usable passages to the text of an answer: the rungs of the ladder (a language model, else quoted sentences), each
 * an {@link io.frontdesk.generation.writing.AnswerWriter}, and what decides whether there is anything to write from.
 */
@NullMarked
package io.frontdesk.generation.writing;

import org.jspecify.annotations.NullMarked;
