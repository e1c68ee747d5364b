/** Errors as problem details (RFC 9457): what the framework refuses, and what nobody expected. */
@NullMarked
package io.frontdesk.kit.problem;

import org.jspecify.annotations.NullMarked;
