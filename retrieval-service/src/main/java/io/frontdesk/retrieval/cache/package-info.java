/** What retrieval remembers on the Redis that may forget: slow or gone, it is as if nothing had been remembered. */
@NullMarked
package io.frontdesk.retrieval.cache;

import org.jspecify.annotations.NullMarked;
