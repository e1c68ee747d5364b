/** Tests of what requests may bring, and how; byte for byte where no client would send it. */
@NullMarked
package io.frontdesk.gateway.limits;

import org.jspecify.annotations.NullMarked;
