/** The operator's keys in the database, which are no tenant's. */
@NullMarked
package io.frontdesk.generation.keys.system;

import org.jspecify.annotations.NullMarked;
