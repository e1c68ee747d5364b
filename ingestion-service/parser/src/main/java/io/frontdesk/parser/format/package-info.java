/**
 * One reader per format, each turning a document into blocks. A reader says {@link
 * io.frontdesk.parser.format.ParseFailure} where it knows why a document cannot be read; anything else that it throws
 * means a corrupt one. Formats that Tika turns into XHTML share {@link io.frontdesk.parser.format.XhtmlBlocks}.
 */
@NullMarked
package io.frontdesk.parser.format;

import org.jspecify.annotations.NullMarked;
