/** What a language model is told: its task, the passages as data, the question. Versioned, since answers depend on it. */
@NullMarked
package io.frontdesk.generation.prompt;

import org.jspecify.annotations.NullMarked;
