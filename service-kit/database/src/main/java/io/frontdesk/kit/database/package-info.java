/**
 * PostgreSQL as every service uses it: as a role that row-level security binds to one tenant at a time, as a second role for
 * work that is no tenant's, and, for migrations alone, as the owner.
 */
@NullMarked
package io.frontdesk.kit.database;

import org.jspecify.annotations.NullMarked;
