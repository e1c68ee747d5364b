/** How an instance stops: it says so first, ends what runs, and takes nothing new meanwhile. */
@NullMarked
package io.frontdesk.kit.departure;

import org.jspecify.annotations.NullMarked;
