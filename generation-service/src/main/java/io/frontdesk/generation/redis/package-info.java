/** What is asked of Redis in one piece. */
@NullMarked
package io.frontdesk.generation.redis;

import org.jspecify.annotations.NullMarked;
