/**
 * Conversations: whose they are, what was said, and what a question means within one. The last turns stand on the state Redis
 * ({@code generation:{tenant}:conversation:<id>}, a hash of the customer and of turns by their answers' ids), where each answer
 * finds them as it begins in its log, and adds its own as it ends there; all of them stand in PostgreSQL, where they come with the
 * records of finished answers. An id that was not given out to the same customer is unknown.
 */
@NullMarked
package io.frontdesk.generation.conversation;

import org.jspecify.annotations.NullMarked;
