/**
 * What a tenant settles about its answers: their voice, what is done where there is no answer, what leaves for providers. Kept in
 * PostgreSQL, seen by every replica from the next question on.
 */
@NullMarked
package io.frontdesk.generation.settings;

import org.jspecify.annotations.NullMarked;
