package io.frontdesk.kit.outbound;

import java.time.Duration;

/**
 * How much an answer may take.
 *
 * @param time until it is there in full, redirects and looking up names included
 * @param bytes of its body
 */
public record Limits(Duration time, int bytes) {}
