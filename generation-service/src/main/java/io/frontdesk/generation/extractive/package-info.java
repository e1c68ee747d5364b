/**
 * Answers without a language model: the sentences of the passages that answer the question, quoted as they stand, with
 * citations; or the plain word that the passages do not hold it. Everything here is a function of question and passages.
 *
 * <p>Passages become {@link io.frontdesk.generation.extractive.Unit units} (a sentence, a row, an item, a whole list of
 * steps), each unit gets a {@link io.frontdesk.generation.extractive.Relevance relevance}, and a
 * {@link io.frontdesk.generation.extractive.Selection selection} of the best becomes the answer.
 *
 * <p>What the search found it has compared with everything that is known, so its order counts much. The weights were
 * searched for on three FAQs (python, privoxy, fetchmail of {@code load-tests/quality}) and the questions of the sample
 * documents; from where on to answer, what a crowd costs and what is joined were then set with a look at perlfaq and
 * debian-faq too, so that no set is quite held out.
 */
@NullMarked
package io.frontdesk.generation.extractive;

import org.jspecify.annotations.NullMarked;
