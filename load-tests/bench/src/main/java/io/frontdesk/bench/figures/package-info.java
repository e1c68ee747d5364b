/**
 * From the measurements of rounds to medians, spreads and ratios, as a table and as JSON.
 */
@NullMarked
package io.frontdesk.bench.figures;

import org.jspecify.annotations.NullMarked;
