package io.frontdesk.gateway.admission;

import java.time.Duration;

/**
 * How many requests of one subject are let in, in any stretch of time.
 *
 * @param policy the name that clients are told
 * @param key of the window on the state Redis
 * @param burst how many may come at once, while the rest comes evenly; 0 for all
 */
record Limit(String policy, String key, Duration window, long most, long burst) {
    Limit {
        if (most < 1 || burst < 0) {
            throw new IllegalArgumentException("%s must admit requests, not %d (burst %d)".formatted(key, most, burst));
        }
    }
}
