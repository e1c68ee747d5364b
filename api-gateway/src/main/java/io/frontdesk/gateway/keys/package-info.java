/** What programs and visitors present: API keys, and the short-lived tokens made with them. */
@NullMarked
package io.frontdesk.gateway.keys;

import org.jspecify.annotations.NullMarked;
