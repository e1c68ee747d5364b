/**
 * How good the search is, on text that nobody here wrote: the answers of published FAQs are documents, their questions are
 * asked, and what counts is at which place the right document comes.
 */
@NullMarked
package io.frontdesk.quality;

import org.jspecify.annotations.NullMarked;
