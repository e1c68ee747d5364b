/**
 * What an OpenAPI document says that tests can be generated from: its operations, where in a request an id can stand, and
 * requests filled with values that each operation takes. Plain Java; nothing here knows a route of the suite.
 */
@NullMarked
package io.frontdesk.e2e.openapi;

import org.jspecify.annotations.NullMarked;
