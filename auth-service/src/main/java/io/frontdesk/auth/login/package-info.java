/** From an e-mail address and a password to an access token. */
@NullMarked
package io.frontdesk.auth.login;

import org.jspecify.annotations.NullMarked;
