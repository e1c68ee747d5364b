/** Tenants and their users; the auth-service does the work. */
@NullMarked
package io.frontdesk.gateway.accounts;

import org.jspecify.annotations.NullMarked;
