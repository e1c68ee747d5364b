/** Which model a question needs, decided without asking one. */
@NullMarked
package io.frontdesk.generation.choice;

import org.jspecify.annotations.NullMarked;
