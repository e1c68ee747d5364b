/**
 * What kind of thing a message is, told from its words by rules, without a language model: most are questions, and whatever is
 * not known to be anything else is one. Some messages need no document, and some no machine.
 */
@NullMarked
package io.frontdesk.generation.classify;

import org.jspecify.annotations.NullMarked;
