/** What the installation sells: plans by name, with what each of them admits. */
@NullMarked
package io.frontdesk.auth.plans;

import org.jspecify.annotations.NullMarked;
