package io.frontdesk.auth.sessions;

import io.frontdesk.auth.ClosedRequest;

/**
 * {@code POST /v1/auth/logout}.
 *
 * @param everywhere whether all sessions of the user are to end
 */
record LogoutRequest(boolean everywhere) implements ClosedRequest {}
