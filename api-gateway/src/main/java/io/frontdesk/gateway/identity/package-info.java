/** Who is calling: API keys and access tokens, however they are carried, are exchanged for a token inside the house. */
@NullMarked
package io.frontdesk.gateway.identity;

import org.jspecify.annotations.NullMarked;
