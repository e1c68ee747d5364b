/** What the auth-service refuses, as one sealed type, and the one place that makes HTTP answers of it. */
@NullMarked
package io.frontdesk.auth.problem;

import org.jspecify.annotations.NullMarked;
