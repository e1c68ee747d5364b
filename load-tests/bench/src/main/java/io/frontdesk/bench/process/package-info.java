/**
 * Programs that a benchmark starts beside itself and stops again: a bare Quarkus endpoint, nginx, wrk. All listen on
 * loopback, on free ports.
 */
@NullMarked
package io.frontdesk.bench.process;

import org.jspecify.annotations.NullMarked;
