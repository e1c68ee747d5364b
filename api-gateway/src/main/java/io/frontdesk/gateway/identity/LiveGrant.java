package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import java.util.OptionalLong;

/**
 * A grant that holds now.
 *
 * @param settingsVersion of its tenant at this moment; empty where it could not be read
 */
record LiveGrant(TokenGrant grant, OptionalLong settingsVersion) {}
