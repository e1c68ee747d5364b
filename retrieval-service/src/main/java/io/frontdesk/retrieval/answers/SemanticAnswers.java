package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.contracts.reuse.OfferReply.Reason;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.generations.Generations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes answers that may be given again. Its lineage comes first: an answer that has none is in no cache. */
@ApplicationScoped
class SemanticAnswers {
    private final Generations generations;
    private final AnswerStore store;
    private final ExactAnswerCache exact;
    private final Sharing sharing;
    private final AnswersConfig config;

    SemanticAnswers(
            Generations generations, AnswerStore store, ExactAnswerCache exact, Sharing sharing, AnswersConfig config) {
        this.generations = generations;
        this.store = store;
        this.exact = exact;
        this.sharing = sharing;
        this.config = config;
    }

    Uni<OfferReply> take(Caller caller, AnswerOffer offer) {
        if (!config.enabled()) {
            return Uni.createFrom().item(OfferReply.refused(Reason.SWITCHED_OFF));
        }
        return generations.live().chain(live -> live.embedder()
                .query(caller.tenantId(), offer.question())
                .chain(question -> store.keep(caller, offer, question, live.generation()))
                .call(reply -> reply.stored() && sharing.isForEverybody(caller, offer)
                        ? exact.store(key(caller, offer), offer.knowledgeVersion(), offer.answer())
                        : Uni.createFrom().voidItem()));
    }

    /** What the answer to a question is kept under. */
    static String key(Caller caller, AnswerOffer offer) {
        return ExactAnswers.key(
                caller.tenantId(), caller.acl(), offer.kind(), offer.question(), offer.filters(), offer.topK());
    }
}
