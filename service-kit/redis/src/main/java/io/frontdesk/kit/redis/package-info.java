/**
 * What services share of Redis: scripts that decide in one piece; of the state Redis, the one that does not evict, whether it answers,
 * and versions in the state of tenants.
 */
@NullMarked
package io.frontdesk.kit.redis;

import org.jspecify.annotations.NullMarked;
