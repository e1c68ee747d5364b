/** What a client may ask of the gateway: how much at once. */
@NullMarked
package io.frontdesk.gateway.limits;

import org.jspecify.annotations.NullMarked;
