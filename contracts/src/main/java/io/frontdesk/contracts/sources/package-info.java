/** Sources of documents: sitemaps whose pages are fetched, and fetched again. */
@NullMarked
package io.frontdesk.contracts.sources;

import org.jspecify.annotations.NullMarked;
