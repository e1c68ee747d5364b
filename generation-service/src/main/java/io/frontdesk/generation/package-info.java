/**
 * The answer: from a question to sentences with citations, by quoting the passages that retrieval-service finds or by a
 * language model that is held to them.
 */
@NullMarked
package io.frontdesk.generation;

import org.jspecify.annotations.NullMarked;
