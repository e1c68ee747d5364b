/**
 * What every gateway must know on its next request: written to the {@link io.frontdesk.contracts.TenantState} on Redis after
 * the transaction of a change, and again by a relay where that did not happen.
 */
@NullMarked
package io.frontdesk.auth.state;

import org.jspecify.annotations.NullMarked;
