/** Streams of events ({@code text/event-stream}) from the services behind, and on to clients. */
@NullMarked
package io.frontdesk.gateway.stream;

import org.jspecify.annotations.NullMarked;
