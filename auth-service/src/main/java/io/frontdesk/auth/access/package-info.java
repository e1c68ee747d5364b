/** Who may do what: scopes and what they imply, and a principal, which is what every kind of credential comes down to. */
@NullMarked
package io.frontdesk.auth.access;

import org.jspecify.annotations.NullMarked;
