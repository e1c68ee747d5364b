/**
 * From an e-mail address and a password to a session: who guesses waits, and nobody learns who is known here. And what a
 * caller may ask about itself.
 */
@NullMarked
package io.frontdesk.auth.login;

import org.jspecify.annotations.NullMarked;
