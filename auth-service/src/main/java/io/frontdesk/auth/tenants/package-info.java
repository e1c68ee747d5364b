/** Tenants: their creation, their row in PostgreSQL, and their state on Redis, which every gateway reads. */
@NullMarked
package io.frontdesk.auth.tenants;

import org.jspecify.annotations.NullMarked;
