/** The audit trail, as tenants and the operator read it. */
@NullMarked
package io.frontdesk.gateway.audit;

import org.jspecify.annotations.NullMarked;
