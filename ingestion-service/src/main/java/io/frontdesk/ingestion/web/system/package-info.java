/** What the web needs across tenants: who fetches which page next, and whose turn it is at a host. */
@NullMarked
package io.frontdesk.ingestion.web.system;

import org.jspecify.annotations.NullMarked;
