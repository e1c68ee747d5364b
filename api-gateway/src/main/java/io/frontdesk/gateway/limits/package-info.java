/** How much one request may bring; how many requests there may be is decided in {@code admission}. */
@NullMarked
package io.frontdesk.gateway.limits;

import org.jspecify.annotations.NullMarked;
