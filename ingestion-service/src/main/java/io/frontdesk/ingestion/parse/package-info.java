/** Bytes to text: a client of the parser program, which reads untrusted files in a process of its own. */
@NullMarked
package io.frontdesk.ingestion.parse;

import org.jspecify.annotations.NullMarked;
