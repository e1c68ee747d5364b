/**
 * What is left of the suite's throughput when it is asked for more than it can do.
 */
@NullMarked
package io.frontdesk.bench.overload;

import org.jspecify.annotations.NullMarked;
