/** What has to be there before the first request: secrets, a signing key, and the operator's own tenant and key. */
@NullMarked
package io.frontdesk.auth.installation;

import org.jspecify.annotations.NullMarked;
