/** ES256 keys: made once for all replicas, kept encrypted, published as JWKS; and the tokens signed with them. */
@NullMarked
package io.frontdesk.auth.signing;

import org.jspecify.annotations.NullMarked;
