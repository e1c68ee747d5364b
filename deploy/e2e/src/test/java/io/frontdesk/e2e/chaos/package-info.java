/**
 * Documents on their way while the processes that they pass through are killed: what is searched in the end is what is
 * searched after an undisturbed run, row for row.
 */
@NullMarked
package io.frontdesk.e2e.chaos;

import org.jspecify.annotations.NullMarked;
