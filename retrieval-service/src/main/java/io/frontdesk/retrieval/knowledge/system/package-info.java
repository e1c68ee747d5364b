/** Telling the versions of all tenants that a crash or an outage left untold, with the system role. */
@NullMarked
package io.frontdesk.retrieval.knowledge.system;

import org.jspecify.annotations.NullMarked;
