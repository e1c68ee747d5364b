/** Documents: what is known of each, the life it leads, where both are stored, and how callers read them. */
@NullMarked
package io.frontdesk.ingestion.documents;

import org.jspecify.annotations.NullMarked;
