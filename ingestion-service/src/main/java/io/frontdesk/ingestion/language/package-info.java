/** In which language a document and each of its chunks are, which decides how full text search reads their words. */
@NullMarked
package io.frontdesk.ingestion.language;

import org.jspecify.annotations.NullMarked;
