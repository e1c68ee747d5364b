/** Dead letters of a tenant, and of all for the operator; ingestion does the work. */
@NullMarked
package io.frontdesk.gateway.deadletters;

import org.jspecify.annotations.NullMarked;
