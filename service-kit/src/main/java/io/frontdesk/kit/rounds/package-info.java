/** Work that nobody asks for: what a replica does again and again by itself. */
@NullMarked
package io.frontdesk.kit.rounds;

import org.jspecify.annotations.NullMarked;
