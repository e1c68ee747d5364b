/** Conversations across tenants, done with the system role: the end of those that are kept no longer. */
@NullMarked
package io.frontdesk.generation.conversation.system;

import org.jspecify.annotations.NullMarked;
