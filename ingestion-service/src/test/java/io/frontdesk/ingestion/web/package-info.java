/** Tests of pages and sitemaps, of a real site over TLS. */
@NullMarked
package io.frontdesk.ingestion.web;

import org.jspecify.annotations.NullMarked;
