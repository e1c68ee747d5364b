/** The way to Redis of changes that a crash or an outage left behind, for all tenants, with the system role. */
@NullMarked
package io.frontdesk.auth.state.system;

import org.jspecify.annotations.NullMarked;
