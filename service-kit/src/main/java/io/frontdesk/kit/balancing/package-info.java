/** Which instance of a service is asked: by choice among those that answer, while one that fails is left out and probed. */
@NullMarked
package io.frontdesk.kit.balancing;

import org.jspecify.annotations.NullMarked;
