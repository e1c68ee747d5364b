package io.frontdesk.gateway.identity;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.exact.Basis;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A grant that holds now.
 *
 * @param settingsVersion of its tenant at this moment; empty where it could not be read
 * @param basis of answers that are given again, at this moment; empty where it is not known
 * @param told whether its tenant's state could be read
 */
record LiveGrant(TokenGrant grant, OptionalLong settingsVersion, Optional<Basis> basis, boolean told) {}
