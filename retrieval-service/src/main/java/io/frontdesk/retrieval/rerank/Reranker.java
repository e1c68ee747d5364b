package io.frontdesk.retrieval.rerank;

import io.frontdesk.contracts.search.Passage;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts passages into the order of a model that has read them. Where there is none, or it does not answer in time or not
 * sensibly, they stay in the order in which they were found: a search never fails by it.
 */
@ApplicationScoped
public class Reranker {
    private static final Logger LOG = Logger.getLogger(Reranker.class);

    private final RerankConfig config;
    private final Optional<RerankRestClient> client;
    private final TypedGuard<Uni<RerankRestClient.Reply>> guard;

    Reranker(RerankConfig config) {
        this.config = config;
        this.client = config.url()
                .map(url -> QuarkusRestClientBuilder.newBuilder().baseUri(url).build(RerankRestClient.class));
        this.guard = TypedGuard.create(new TypeLiteral<Uni<RerankRestClient.Reply>>() {})
                .withDescription("reranker")
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerWindow())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** How many passages it wants to see, for so many that are wanted of it. */
    public int candidates(int wanted) {
        return client.isPresent() ? Math.max(wanted, config.candidates()) : wanted;
    }

    /** The best of these passages; their scores are the model's, where it was asked. */
    public Uni<List<Passage>> best(String question, List<Passage> found, int wanted) {
        List<Passage> asFound = found.stream().limit(wanted).toList();
        if (client.isEmpty() || found.size() < 2) {
            return Uni.createFrom().item(asFound);
        }
        return guard.get(() -> client.get().rerank(bearer(), request(question, found, wanted)))
                .map(reply -> ordered(reply, found, wanted))
                .onFailure()
                .invoke(e -> LOG.debugf(e, "Passages stay in the order in which they were found"))
                .onFailure()
                .recoverWithItem(asFound);
    }

    private RerankRestClient.Request request(String question, List<Passage> found, int wanted) {
        List<String> documents = found.stream()
                .map(passage -> passage.title() + "\n" + passage.text())
                .toList();
        return new RerankRestClient.Request(config.model(), question, documents, wanted);
    }

    private @Nullable String bearer() {
        return config.apiKey().map(key -> "Bearer " + key).orElse(null);
    }

    private static List<Passage> ordered(RerankRestClient.Reply reply, List<Passage> found, int wanted) {
        List<RerankRestClient.Result> results = reply.results() == null ? List.of() : reply.results();
        List<Passage> ordered = results.stream()
                .filter(result -> result.index() >= 0 && result.index() < found.size())
                .sorted(Comparator.comparingDouble(result -> -result.relevanceScore()))
                .map(result -> found.get(result.index()).scored(result.relevanceScore()))
                .limit(wanted)
                .toList();
        if (ordered.size() < Math.min(wanted, found.size())) {
            throw new IllegalStateException("%d of %d passages came back".formatted(ordered.size(), found.size()));
        }
        return ordered;
    }
}
