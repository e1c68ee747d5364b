package io.frontdesk.gateway.login;

import org.jspecify.annotations.Nullable;

/**
 * What ends.
 *
 * @param everywhere all sessions of the user, instead of the token's own
 */
record Logout(@Nullable Boolean everywhere) {}
