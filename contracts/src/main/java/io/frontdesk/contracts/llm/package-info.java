/** Keys of language models, as the installation's operator sees and changes them. */
@NullMarked
package io.frontdesk.contracts.llm;

import org.jspecify.annotations.NullMarked;
