package io.frontdesk.contracts.tokens;

import java.util.UUID;

/** Asks, with the client credentials of a service, for a token to work for one tenant where no caller is. */
public record ClientTokenRequest(UUID tenantId) {}
