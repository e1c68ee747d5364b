/** Which questions of which tenants are to be grouped next, with the system role. */
@NullMarked
package io.frontdesk.generation.unanswered.system;

import org.jspecify.annotations.NullMarked;
