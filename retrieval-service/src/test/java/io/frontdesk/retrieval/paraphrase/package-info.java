/** Pairs of questions that mean the same, and that do not. */
@NullMarked
package io.frontdesk.retrieval.paraphrase;

import org.jspecify.annotations.NullMarked;
