/** Users of a tenant: e-mail address, role and bcrypt password. */
@NullMarked
package io.frontdesk.auth.users;

import org.jspecify.annotations.NullMarked;
