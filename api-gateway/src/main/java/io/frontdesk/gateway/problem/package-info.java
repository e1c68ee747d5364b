/** What goes wrong at the gateway and behind it, and what a client is told of it, OpenAI's clients in their words. */
@NullMarked
package io.frontdesk.gateway.problem;

import org.jspecify.annotations.NullMarked;
