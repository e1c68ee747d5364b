/** How all services read and write JSON. */
@NullMarked
package io.frontdesk.kit.json;

import org.jspecify.annotations.NullMarked;
