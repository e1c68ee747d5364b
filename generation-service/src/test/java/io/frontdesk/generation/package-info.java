/** What concerns the whole service. */
@NullMarked
package io.frontdesk.generation;

import org.jspecify.annotations.NullMarked;
