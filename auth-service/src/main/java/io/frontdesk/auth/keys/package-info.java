/** API keys: their text, which is shown once and stored only as a hash, and their life. */
@NullMarked
package io.frontdesk.auth.keys;

import org.jspecify.annotations.NullMarked;
