/**
 * Calls of what a service can do without: none of them takes long, and what mostly fails is left alone for a while. And pauses
 * between attempts at what has to be done.
 */
@NullMarked
package io.frontdesk.kit.resilience;

import org.jspecify.annotations.NullMarked;
