/** Whether the database answers, which is no tenant's question. */
@NullMarked
package io.frontdesk.generation.health.system;

import org.jspecify.annotations.NullMarked;
