/**
 * One class for each figure: its targets and its load.
 */
@NullMarked
package io.frontdesk.bench.scenario;

import org.jspecify.annotations.NullMarked;
