/** Dead letters across tenants, done with the system role: the operator's view, and the end of those that are too old. */
@NullMarked
package io.frontdesk.ingestion.dead.system;

import org.jspecify.annotations.NullMarked;
