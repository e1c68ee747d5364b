/**
 * The pool of keys of language models: which key a request takes, within what limits, and what happens when one fails.
 *
 * <p>What decides is on the state Redis, in scripts that run by its clock ({@code key.lua} says what a key's state is), so that
 * limits, breakers and quotas hold with any number of replicas. Where keys come from is the business of {@code keys}.
 */
@NullMarked
package io.frontdesk.generation.pool;

import org.jspecify.annotations.NullMarked;
