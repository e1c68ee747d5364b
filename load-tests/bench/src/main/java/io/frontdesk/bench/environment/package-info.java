/**
 * What a benchmark runs in: the checkout, the suite that is up, and how it tells that something is missing.
 */
@NullMarked
package io.frontdesk.bench.environment;

import org.jspecify.annotations.NullMarked;
