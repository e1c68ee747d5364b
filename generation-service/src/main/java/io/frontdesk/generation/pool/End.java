package io.frontdesk.generation.pool;

import java.time.Duration;

/**
 * How a request ended.
 *
 * @param heardAgo how long ago the provider said its first, be it a failure
 * @param used tokens that it took, read and written
 * @param rest for how long the provider wants to be left alone; zero where it did not say
 * @param reason in a word
 */
record End(Pick.Reserved reserved, Duration heardAgo, long used, Verdict verdict, Duration rest, String reason) {}
