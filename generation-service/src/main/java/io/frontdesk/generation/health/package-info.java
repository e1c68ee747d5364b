/** Whether what the service stands on answers; it is ready all the same, since answers are given without. */
@NullMarked
package io.frontdesk.generation.health;

import org.jspecify.annotations.NullMarked;
