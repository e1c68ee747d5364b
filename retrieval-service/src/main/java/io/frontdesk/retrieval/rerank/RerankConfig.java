package io.frontdesk.retrieval.rerank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The reranker; without an address there is none. */
@ConfigMapping(prefix = "frontdesk.rerank")
public interface RerankConfig {
    /** Of a server that answers {@code POST /v2/rerank} as Cohere does: Cohere, Jina, vLLM, Text Embeddings Inference, … */
    Optional<URI> url();

    @WithDefault("rerank-v3.5")
    String model();

    Optional<String> apiKey();

    /** How many passages are put into order, of which the best are given. */
    @WithDefault("30")
    int candidates();

    /** How long a search waits for it; what takes longer keeps the order that it was found in. */
    @WithDefault("500ms")
    Duration timeout();

    /** After how many searches the breaker judges. */
    @WithDefault("20")
    int breakerWindow();

    /** How long it stays open before one search may try. */
    @WithDefault("10s")
    Duration breakerDelay();
}
