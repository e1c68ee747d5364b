package io.frontdesk.gateway.issuers;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key that signs tokens.
 *
 * @param activeFrom when it begins to sign
 */
@Schema(name = "SigningKey")
record SigningKeyView(String kid, Instant activeFrom) {}
