/**
 * OpenAI's protocol: what a request may hold, checked as strictly as the specification has it, and the JSON of replies,
 * chunks and errors.
 */
@NullMarked
package io.frontdesk.simulator.wire;

import org.jspecify.annotations.NullMarked;
