package io.frontdesk.kit.outbound;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * An answer, whatever its status, as it was sent: nothing is decompressed.
 *
 * @param url what was asked in the end, after redirects
 */
public record OutboundResponse(OutboundUrl url, int status, MultiMap headers, Buffer body) {}
