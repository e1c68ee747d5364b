/** Figures over HTTP. */
@NullMarked
package io.frontdesk.generation.analytics;

import org.jspecify.annotations.NullMarked;
