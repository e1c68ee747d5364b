/** What a tenant settles about the gateway. */
@NullMarked
package io.frontdesk.gateway.settings;

import org.jspecify.annotations.NullMarked;
