/** A model on another computer that reads question and passage together, and puts what the search found into its order. */
@NullMarked
package io.frontdesk.retrieval.rerank;

import org.jspecify.annotations.NullMarked;
