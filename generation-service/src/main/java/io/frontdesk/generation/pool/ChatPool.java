package io.frontdesk.generation.pool;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.frontdesk.generation.llm.ChatPart;
import io.frontdesk.generation.llm.ChatStream;
import io.frontdesk.generation.llm.GenAiMetrics;
import io.frontdesk.generation.llm.LlmConfig;
import io.frontdesk.generation.llm.LlmConfig.ModelPreference;
import io.frontdesk.generation.llm.OpenAiStreamingChatModel;
import io.frontdesk.generation.llm.OpenAiStreamingChatModel.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Language models behind any number of keys. A request waits its turn, takes the best key, and where that fails goes on with
 * another: before the first word from the beginning, afterwards with a key that accepts what was written. A client that goes away
 * is no failure of a key.
 */
public final class ChatPool {
    private static final int MOST_CHARS = 100;

    private final KeyRing ring;
    private final PickStore store;
    private final PoolConfig config;
    private final LlmConfig llm;
    private final Vertx vertx;
    private final HttpClient http;
    private final ObjectMapper json;
    private final MeterRegistry registry;

    ChatPool(
            KeyRing ring,
            PickStore store,
            PoolConfig config,
            LlmConfig llm,
            Vertx vertx,
            HttpClient http,
            ObjectMapper json,
            MeterRegistry registry) {
        this.ring = ring;
        this.store = store;
        this.config = config;
        this.llm = llm;
        this.vertx = vertx;
        this.http = http;
        this.json = json;
        this.registry = registry;
    }

    /** Whether there is any key. */
    public boolean isEmpty() {
        return ring.keys().isEmpty();
    }

    /** What a tenant means that names a model: one of the keys' models, or {@code cheap} or {@code strong}. */
    public ModelPreference preferenceOf(String model) {
        if (model.equals(Tier.CHEAP.label()) || ring.keys().stream().anyMatch(key -> model.equals(key.cheapModel()))) {
            return ModelPreference.CHEAP;
        }
        boolean strong =
                model.equals(Tier.STRONG.label()) || ring.keys().stream().anyMatch(key -> model.equals(key.model()));
        return strong ? ModelPreference.STRONG : llm.modelChoice();
    }

    /** Which models may write, in at most 100 characters: an answer by others is another one. */
    public String modelChoice() {
        String models = ring.keys().stream()
                .flatMap(key -> Stream.of(key.model(Tier.STRONG), key.model(Tier.CHEAP)))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return models.length() <= MOST_CHARS ? models : "models " + Integer.toHexString(models.hashCode());
    }

    /**
     * What follows the beginning. Begins when subscribed to, and ends with its cancellation. Fails with an {@link
     * io.frontdesk.generation.llm.LlmFailure} only before the first token; it says when a key may be used again, where that is known.
     */
    public Multi<PoolPart> write(ChatAsk ask) {
        return Multi.createFrom().deferred(() -> new PooledChat(this, ask).begin());
    }

    KeyRing ring() {
        return ring;
    }

    PickStore store() {
        return store;
    }

    PoolConfig config() {
        return config;
    }

    Multi<ChatPart> ask(LlmKey key, String model, ChatRequest request) {
        var endpoint = new Endpoint(
                key.completions(), key.secret(), model, key.provider().equals("openai"), llm.timeout(), llm.pause());
        var metrics = new GenAiMetrics(registry, System::nanoTime, key.provider(), model);
        return metrics.observe(ChatStream.of(new OpenAiStreamingChatModel(vertx, http, json, endpoint), request));
    }

    /** Half of it certain, half by chance, so that those who failed together do not come back together. */
    Duration backOff(int failures) {
        long whole =
                Math.min(config.longestBackOff().toMillis(), config.backOff().toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(
                Math.max(1, whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1)));
    }

    void count(LlmKey key, String outcome) {
        registry.counter("frontdesk.llm.requests", "key", key.alias(), "outcome", outcome)
                .increment();
    }
}
