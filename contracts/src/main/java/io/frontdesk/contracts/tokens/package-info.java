/** Exchange of a credential for a token inside the house. */
@NullMarked
package io.frontdesk.contracts.tokens;

import org.jspecify.annotations.NullMarked;
