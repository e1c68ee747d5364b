package io.frontdesk.gateway.keys;

import org.jspecify.annotations.Nullable;

/**
 * How a key is replaced.
 *
 * @param overlapSeconds how long the old one goes on beside the new one: a day where it is absent, 30 days at most
 */
record KeyRotation(@Nullable Long overlapSeconds) {}
