/** What operators ask the gateway: is it alive, is it ready, and how is everything behind it. */
@NullMarked
package io.frontdesk.gateway.operations;

import org.jspecify.annotations.NullMarked;
