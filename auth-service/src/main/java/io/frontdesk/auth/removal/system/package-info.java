/** Removals of all tenants, and what is beyond one tenant's reach: its own end. With the system role. */
@NullMarked
package io.frontdesk.auth.removal.system;

import org.jspecify.annotations.NullMarked;
