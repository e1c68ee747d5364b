/**
 * Whether two questions ask the same thing. Similar vectors only say that they are about the same; here one must be proved to
 * be the other in other words: the same kind of question, the same numbers, negations and names, and no word in one that the
 * other does not have, or a synonym of it. What is not understood is not the same. Knows English.
 */
@NullMarked
package io.frontdesk.retrieval.paraphrase;

import org.jspecify.annotations.NullMarked;
