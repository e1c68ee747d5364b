/**
 * Every operation of the gateway's OpenAPI document, asked with what it does not expect: nothing is answered 5xx, and all is answered as
 * the document says.
 */
@NullMarked
package io.frontdesk.e2e.fuzz;

import org.jspecify.annotations.NullMarked;
