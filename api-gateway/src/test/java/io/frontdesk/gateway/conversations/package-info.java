/** The routes of conversations, in front of a generation-service that is played. */
@NullMarked
package io.frontdesk.gateway.conversations;

import org.jspecify.annotations.NullMarked;
