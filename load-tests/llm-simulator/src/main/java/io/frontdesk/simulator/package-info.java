/**
 * A server that speaks OpenAI's protocol and does what the name of the asked model says: how fast, how long, how wrong.
 * Tests start it as a library ({@link io.frontdesk.simulator.LlmSimulator}), load tests as a program.
 */
@NullMarked
package io.frontdesk.simulator;

import org.jspecify.annotations.NullMarked;
