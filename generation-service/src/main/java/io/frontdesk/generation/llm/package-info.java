/**
 * Language models over the OpenAI-compatible protocol, as LangChain4j's {@code StreamingChatModel}.
 *
 * <p>The wire is spoken with Vert.x' HTTP client: Quarkus' REST client cannot cancel a stream before its status has come,
 * closes the connection after each stream, and does not tell a stream that was cut from one that ended.
 */
@NullMarked
package io.frontdesk.generation.llm;

import org.jspecify.annotations.NullMarked;
