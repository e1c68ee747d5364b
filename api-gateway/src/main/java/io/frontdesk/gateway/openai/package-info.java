/** The API that OpenAI's clients speak, over the same answers as {@code /v1/answers}. */
@NullMarked
package io.frontdesk.gateway.openai;

import org.jspecify.annotations.NullMarked;
