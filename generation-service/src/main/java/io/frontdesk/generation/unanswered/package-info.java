/**
 * Questions that were not answered well, grouped by meaning: each goes to the group whose first question is nearest, if it is near
 * enough, and else begins a group of its own. The folding of records and feedback say which questions these are; grouping is
 * done in the background, by any replica.
 */
@NullMarked
package io.frontdesk.generation.unanswered;

import org.jspecify.annotations.NullMarked;
