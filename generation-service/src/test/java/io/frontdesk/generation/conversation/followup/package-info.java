/** What follow-ups mean, measured on the conversations of the resource beside. */
@NullMarked
package io.frontdesk.generation.conversation.followup;

import org.jspecify.annotations.NullMarked;
