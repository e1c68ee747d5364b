/**
 * The sessions of users. What keeps a session going, its refresh token, stands on the state Redis; what ends it stands in
 * PostgreSQL, so that whether a token counts can be decided without Redis.
 */
@NullMarked
package io.frontdesk.auth.sessions;

import org.jspecify.annotations.NullMarked;
