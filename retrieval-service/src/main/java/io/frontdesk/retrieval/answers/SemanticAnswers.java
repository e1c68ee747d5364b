package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.contracts.reuse.OfferReply.Reason;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.generations.Generations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes answers that may be given again. */
@ApplicationScoped
class SemanticAnswers {
    private final Generations generations;
    private final AnswerStore store;
    private final AnswersConfig config;

    SemanticAnswers(Generations generations, AnswerStore store, AnswersConfig config) {
        this.generations = generations;
        this.store = store;
        this.config = config;
    }

    Uni<OfferReply> take(Caller caller, AnswerOffer offer) {
        if (!config.enabled()) {
            return Uni.createFrom().item(OfferReply.refused(Reason.SWITCHED_OFF));
        }
        return generations.live().chain(live -> live.embedder()
                .query(caller.tenantId(), offer.question())
                .chain(question -> store.keep(caller, offer, question, live.generation())));
    }
}
