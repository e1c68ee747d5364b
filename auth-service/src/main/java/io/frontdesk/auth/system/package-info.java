/** Work that is no tenant's, through the system role: looking up credentials and keeping signing keys. */
@NullMarked
package io.frontdesk.auth.system;

import org.jspecify.annotations.NullMarked;
