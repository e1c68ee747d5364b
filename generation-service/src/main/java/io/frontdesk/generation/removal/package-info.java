/** The end of a tenant: the auth-service asks for it, and asks again until it is done. */
@NullMarked
package io.frontdesk.generation.removal;

import org.jspecify.annotations.NullMarked;
