/** The services behind the gateway: which instance is asked, for how long, and what becomes of its failures. */
@NullMarked
package io.frontdesk.gateway.upstream;

import org.jspecify.annotations.NullMarked;
