/** Finds out what a document is: its media type and, for text, its charset. The bytes come first, the name is a hint. */
@NullMarked
package io.frontdesk.parser.detect;

import org.jspecify.annotations.NullMarked;
