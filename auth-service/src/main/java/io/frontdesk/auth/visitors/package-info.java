/** Tokens for the customers of a tenant: made by the tenant's server with its API key, carried by a web page, soon over. */
@NullMarked
package io.frontdesk.auth.visitors;

import org.jspecify.annotations.NullMarked;
