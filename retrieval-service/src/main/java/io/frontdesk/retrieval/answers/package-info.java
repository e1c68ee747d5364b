/**
 * Answers that may be given again to a question of the same meaning, and their lineage: what they rest on takes them away when
 * it changes, first here, in the transaction of the change, and then out of the exact cache, before the change is told.
 */
@NullMarked
package io.frontdesk.retrieval.answers;

import org.jspecify.annotations.NullMarked;
