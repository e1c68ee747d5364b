/** What an operator sees of a service beside its metrics: every dependency with its state and latency. */
@NullMarked
package io.frontdesk.kit.health;

import org.jspecify.annotations.NullMarked;
