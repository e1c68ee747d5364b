/** Tokens from the auth-service: for a caller's credential, and for work without a caller. */
@NullMarked
package io.frontdesk.kit.tokens;

import org.jspecify.annotations.NullMarked;
