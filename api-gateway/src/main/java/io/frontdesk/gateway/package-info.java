/** The public HTTP API. What it knows of a question, a document or a key is which service behind it to ask. */
@NullMarked
package io.frontdesk.gateway;

import org.jspecify.annotations.NullMarked;
