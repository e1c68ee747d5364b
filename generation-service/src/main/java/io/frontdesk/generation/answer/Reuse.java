package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerRequest;
import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.contracts.reuse.SettledKind;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.generation.guard.PersonalData;
import io.frontdesk.generation.pool.ChatPool;
import io.frontdesk.generation.prompt.PromptBuilder;
import io.frontdesk.generation.retrieval.RetrievalClient;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.settings.VersionedSettings;
import io.frontdesk.generation.writing.Draft;
import io.frontdesk.generation.writing.ExtractiveWriter;
import io.frontdesk.kit.caller.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers that were given before, told as answers of their own; and what is finished, offered for those who ask the same. */
@ApplicationScoped
class Reuse {
    private static final Logger LOG = Logger.getLogger(Reuse.class);

    private final RetrievalClient retrieval;
    private final SemanticAnswersConfig config;
    private final MeterRegistry metrics;
    private final ChatPool pool;
    private final AtomicInteger underWay = new AtomicInteger();

    Reuse(RetrievalClient retrieval, SemanticAnswersConfig config, ChatPool pool, MeterRegistry metrics) {
        this.retrieval = retrieval;
        this.config = config;
        this.metrics = metrics;
        this.pool = pool;
    }

    /** How answers to such a request are made; null where none of another may stand for it. */
    @Nullable
    AnswerKind kindOf(AnswerRequest request, AnswerSettings settings) {
        return config.enabled() && isForOthers(request) ? kind(settings) : null;
    }

    /** How answers are made under these settings, where they are given again. */
    Optional<SettledKind> settledKind(VersionedSettings under) {
        return config.enabled()
                ? Optional.of(new SettledKind(under.version(), kind(under.settings())))
                : Optional.empty();
    }

    private AnswerKind kind(AnswerSettings settings) {
        return new AnswerKind(
                PromptBuilder.version(settings), pool.isEmpty() ? ExtractiveWriter.MODEL : pool.modelChoice());
    }

    /** What still needs its conversation may mean anything; and what one says of oneself is not for others. */
    private static boolean isForOthers(AnswerRequest request) {
        return request.conversationId() == null && !PersonalData.isIn(request.question());
    }

    /** Equal for requests that one answer will do for, of whoever may see the same; empty where none of another will. */
    Optional<String> sameAs(AnswerRequest request, Caller caller, AnswerSettings settings) {
        if (!isForOthers(request)) {
            return Optional.empty();
        }
        String key = ExactAnswers.key(
                caller.tenantId(),
                caller.acl(),
                kind(settings),
                request.question(),
                request.filters(),
                request.wanted());
        return Optional.of(key.substring(key.lastIndexOf(':') + 1));
    }

    /** A known answer as the answer to this draft's question: its own id, its own conversation, nothing used. */
    Multi<AnswerEvent> again(Draft draft, Answer known) {
        return Multi.createFrom()
                .iterable(AnswerEvent.telling(known.toldAs(draft.id(), draft.conversationId(), Answer.Cache.SEMANTIC)));
    }

    /**
     * Offers a finished answer while its last event is on its way. The answer does not wait for it: how it ends is counted, and
     * no more are under way than can be soon.
     */
    void offer(AnswerRequest request, Caller caller, SearchReply found, Draft draft, AnswerEvent event) {
        // Each word of an answer comes here: how it was made is asked at its end alone.
        if (!(event instanceof AnswerEvent.Completed(Answer answer))
                || !mayBeGivenAgain(draft, answer)
                || caller.token().isEmpty()) {
            return;
        }
        AnswerKind kind = kindOf(request, draft.settings());
        if (kind == null) {
            return;
        }
        if (underWay.incrementAndGet() > config.maxOffers()) {
            underWay.decrementAndGet();
            count("dropped");
            return;
        }
        offer(caller, offered(request, kind, found, draft, answer))
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .subscribe()
                .with(this::count, this::failed);
    }

    private Uni<String> offer(Caller caller, AnswerOffer offer) {
        return retrieval.offer(caller.bearer(), offer).map(Reuse::outcome);
    }

    /**
     * Not a refusal, nor what a lower rung of the ladder wrote in need, nor what is incomplete, nor what nothing supports; nor what
     * a model wrote that was told what its customer had said before.
     */
    private boolean mayBeGivenAgain(Draft draft, Answer answer) {
        return answer.outcome() == Answer.Outcome.ANSWERED
                && (draft.history().isEmpty() || answer.model().equals(ExtractiveWriter.MODEL))
                && answer.cache() == Answer.Cache.MISS
                && answer.model().equals(ExtractiveWriter.MODEL) == pool.isEmpty()
                && answer.ticketId() == null
                && answer.unsupported().isEmpty()
                && !answer.citations().isEmpty();
    }

    private static AnswerOffer offered(
            AnswerRequest request, AnswerKind kind, SearchReply found, Draft draft, Answer answer) {
        return new AnswerOffer(
                request.question(),
                request.wanted(),
                request.filters(),
                kind,
                found.knowledgeVersion(),
                draft.passages().stream().map(Passage::chunkId).toList(),
                found.passages().stream().mapToDouble(Passage::similarity).min().orElse(1),
                answer,
                draft.settings().visitorsShare());
    }

    private static String outcome(OfferReply reply) {
        return reply.reason() == null ? "stored" : reply.reason().name().toLowerCase(Locale.ROOT);
    }

    private void count(String outcome) {
        metrics.counter("frontdesk.answers.offered", "outcome", outcome).increment();
    }

    private void failed(Throwable e) {
        LOG.warnf("An answer could not be offered to others who ask the same: %s", e);
        count("failed");
    }
}
