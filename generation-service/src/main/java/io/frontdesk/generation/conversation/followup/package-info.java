/**
 * What a follow-up means: pronouns and ellipses of a question, resolved with the questions before it, by rules and without a
 * language model. English; a question in which no rule finds anything that is missing is left as it is.
 */
@NullMarked
package io.frontdesk.generation.conversation.followup;

import org.jspecify.annotations.NullMarked;
