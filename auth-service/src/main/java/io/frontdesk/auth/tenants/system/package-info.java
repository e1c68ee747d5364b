/** Tenants as a whole, seen with the system role. */
@NullMarked
package io.frontdesk.auth.tenants.system;

import org.jspecify.annotations.NullMarked;
