/**
 * Whether a request is let in: limits of its caller, its tenant and its address, and how the tenant stands. One script on the
 * state Redis decides it for all gateways; without that each gateway enforces its share of what remained.
 */
@NullMarked
package io.frontdesk.gateway.admission;

import org.jspecify.annotations.NullMarked;
