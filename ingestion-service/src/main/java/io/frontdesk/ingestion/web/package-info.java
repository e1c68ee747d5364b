/**
 * Documents that come from the web: pages that are fetched, once or again and again, and sitemaps that list them. A page's bytes
 * become a document's original here; all that follows is the work on any document. Whatever is asked goes through the guard in
 * {@code io.frontdesk.kit.outbound}, keeps to robots.txt (RFC 9309), and leaves a host a pause, over all tenants and replicas.
 */
@NullMarked
package io.frontdesk.ingestion.web;

import org.jspecify.annotations.NullMarked;
