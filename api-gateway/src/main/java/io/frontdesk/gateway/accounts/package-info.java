/** Tenants, users and keys, and the documents by which others verify tokens; the auth-service does the work. */
@NullMarked
package io.frontdesk.gateway.accounts;

import org.jspecify.annotations.NullMarked;
