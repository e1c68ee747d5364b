/**
 * How good the search and the answers without a language model are, on text that nobody here wrote: the answers of published
 * FAQs are documents, their questions are asked, and what counts is at which place the right document comes, and whether the
 * answer cites it.
 */
@NullMarked
package io.frontdesk.quality;

import org.jspecify.annotations.NullMarked;
