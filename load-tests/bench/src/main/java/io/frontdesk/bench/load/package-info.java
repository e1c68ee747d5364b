/**
 * Load on a target, and what came of it. Open-loop load comes at its own times, whether or not the target keeps up;
 * closed-loop load waits for each reply before it asks again.
 */
@NullMarked
package io.frontdesk.bench.load;

import org.jspecify.annotations.NullMarked;
