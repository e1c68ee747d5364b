/** What a tenant says means the same: a question that says one of it finds what says another. */
@NullMarked
package io.frontdesk.retrieval.synonyms;

import org.jspecify.annotations.NullMarked;
