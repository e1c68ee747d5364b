/** Work across tenants, done with the system role. */
@NullMarked
package io.frontdesk.ingestion.work.system;

import org.jspecify.annotations.NullMarked;
