/** The keys of language models, which generation keeps: the operator's way to them. */
@NullMarked
package io.frontdesk.gateway.llmkeys;

import org.jspecify.annotations.NullMarked;
