/** Bearer tokens of the house, verified once and remembered until they expire. */
@NullMarked
package io.frontdesk.kit.verification;

import org.jspecify.annotations.NullMarked;
