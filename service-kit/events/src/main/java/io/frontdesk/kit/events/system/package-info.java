/** The outbox's way out, for all tenants, done with the system role. */
@NullMarked
package io.frontdesk.kit.events.system;

import org.jspecify.annotations.NullMarked;
