/** People signing in and out, and tokens by the forms of OAuth 2.0; the auth-service does the work. */
@NullMarked
package io.frontdesk.gateway.login;

import org.jspecify.annotations.NullMarked;
