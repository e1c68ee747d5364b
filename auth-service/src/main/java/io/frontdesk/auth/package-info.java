/** The auth-service: tenants, users and API keys, and the tokens that every other service trusts. */
@NullMarked
package io.frontdesk.auth;

import org.jspecify.annotations.NullMarked;
