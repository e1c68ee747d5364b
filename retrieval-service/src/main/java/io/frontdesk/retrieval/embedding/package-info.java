/**
 * Turns texts into vectors in this process: the bge-small-en-v1.5 model on ONNX Runtime, and threads
 * on which questions go before passages.
 */
@NullMarked
package io.frontdesk.retrieval.embedding;

import org.jspecify.annotations.NullMarked;
