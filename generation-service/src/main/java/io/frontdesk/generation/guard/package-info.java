/**
 * What keeps an answer from saying, and a provider from reading, what it should not: personal data behind placeholders, topics
 * that a tenant does not want, and what hostile documents make a model write. Plain classes; those that work on a stream tell
 * the same however it is cut.
 */
@NullMarked
package io.frontdesk.generation.guard;

import org.jspecify.annotations.NullMarked;
