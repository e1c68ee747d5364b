package io.frontdesk.generation.retrieval;

import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.kit.deadline.Deadline;
import io.frontdesk.kit.deadline.DeadlinePassed;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Searches the tenant's knowledge. A search changes nothing, so one that fails is tried once more, after a moment, on the
 * next instance; a breaker spares a service that mostly fails.
 */
@ApplicationScoped
public class RetrievalClient {
    private static final int CLIENT_ERROR = 4;

    private final RetrievalRestClient rest;
    private final TypedGuard<Uni<SearchReply>> guard;
    private final Duration timeout;

    RetrievalClient(@RestClient RetrievalRestClient rest, RetrievalConfig config) {
        this.rest = rest;
        this.timeout = config.timeout();
        long delay = config.retryDelay().toMillis();
        this.guard = TypedGuard.create(new TypeLiteral<Uni<SearchReply>>() {})
                .withDescription("retrieval-service")
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerWindow())
                .failureRatio(config.breakerRatio())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .when(e -> !isAskers(e))
                .done()
                .withRetry()
                .maxRetries(1)
                .delay(2 * delay, ChronoUnit.MILLIS)
                .jitter(delay, ChronoUnit.MILLIS)
                .whenException(e -> !isAskers(e))
                .done()
                .build();
    }

    /**
     * What the bearer may see of its tenant's knowledge.
     *
     * @param deadline by when it is wanted, all attempts together; each has its own time besides, and is told the lesser
     * @return fails with an {@link AnswerError}
     */
    public Uni<SearchReply> search(String bearer, SearchRequest request, Optional<Deadline> deadline) {
        return guard.get(() -> attempt(bearer, request, deadline)).onFailure().transform(RetrievalClient::error);
    }

    private Uni<SearchReply> attempt(String bearer, SearchRequest request, Optional<Deadline> deadline) {
        Deadline own = Deadline.in(timeout);
        return deadline.filter(given -> given.isBefore(own))
                .map(given -> given.hold(search(bearer, request, given))
                        .onFailure(e -> given.isOver())
                        .transform(e -> new DeadlinePassed(true)))
                .orElseGet(() -> search(bearer, request, own));
    }

    private Uni<SearchReply> search(String bearer, SearchRequest request, Deadline deadline) {
        return Uni.createFrom().deferred(() -> rest.search(bearer, Math.max(1, deadline.millisLeft()), request));
    }

    /** Offers a finished answer for others who ask the same. Asked once: an answer that is not kept costs nothing but its reuse. */
    public Uni<OfferReply> offer(String bearer, AnswerOffer offer) {
        return rest.offer(bearer, offer).ifNoItem().after(timeout).fail();
    }

    /** The vectors of 1 to 64 texts; for work that nobody waits for, since questions go before it. */
    public Uni<Embeddings> embed(String bearer, List<String> texts) {
        return rest.embed(bearer, new Embeddings.Wanted(texts, "document"));
    }

    private static AnswerError error(Throwable e) {
        if (isRefusal(e)) {
            return new AnswerError.SearchRefused(e);
        }
        return e instanceof TimeoutException || e instanceof DeadlinePassed
                ? new AnswerError.KnowledgeSlow(e)
                : new AnswerError.KnowledgeUnavailable(e);
    }

    /** Nothing that the service is to blame for, or that would be better the next time. */
    private static boolean isAskers(Throwable e) {
        return e instanceof DeadlinePassed || isRefusal(e);
    }

    /** The fault is in what was asked; except with 429 and 408, it stays there. */
    private static boolean isRefusal(Throwable e) {
        if (!(e instanceof WebApplicationException answer)) {
            return false;
        }
        int status = answer.getResponse().getStatus();
        return status / 100 == CLIENT_ERROR && status != 429 && status != 408;
    }
}
