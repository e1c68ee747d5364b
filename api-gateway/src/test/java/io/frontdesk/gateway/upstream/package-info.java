/** How the services behind are called where they fail or are slow. */
@NullMarked
package io.frontdesk.gateway.upstream;

import org.jspecify.annotations.NullMarked;
