/** Conversations, on real Redis and PostgreSQL. */
@NullMarked
package io.frontdesk.generation.conversation;

import org.jspecify.annotations.NullMarked;
