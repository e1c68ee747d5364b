/** What can go wrong with an answer on this side of the language model, and how callers are told. */
@NullMarked
package io.frontdesk.generation.failure;

import org.jspecify.annotations.NullMarked;
