/**
 * Identity providers of tenants: issuers whose tokens (OpenID Connect, JWT) stand for a tenant's own people. A tenant registers
 * an issuer and an audience; a token of both is verified with the keys that the issuer publishes, and may do what the
 * registration says.
 */
@NullMarked
package io.frontdesk.auth.federation;

import org.jspecify.annotations.NullMarked;
