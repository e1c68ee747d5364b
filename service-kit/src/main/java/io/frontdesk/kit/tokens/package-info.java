/**
 * Tokens from the auth-service: for a caller's credential, and for work without a caller. Each is asked for once by all who want
 * it, and credentials a few at a time. Whether a grant still holds is not known here: a service that can read the state of
 * tenants renews it, any other asks again after {@code frontdesk.tokens.exchange-every}.
 */
@NullMarked
package io.frontdesk.kit.tokens;

import org.jspecify.annotations.NullMarked;
