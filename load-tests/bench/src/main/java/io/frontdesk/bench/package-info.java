/**
 * Interleaved comparisons: several targets under the same load in alternating rounds on one machine, so that what changes
 * between rounds (other work, heat) changes for all of them, and ratios mean something.
 */
@NullMarked
package io.frontdesk.bench;

import org.jspecify.annotations.NullMarked;
