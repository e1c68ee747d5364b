package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.AnswersCleared;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Answers that may be given again: offered by the generation-service, cleared by the tenant. Both may be asked for again. */
@Path("/internal/v1/answers")
@RolesAllowed(Scope.Names.CHAT)
class AnswersResource {
    private final SemanticAnswers answers;
    private final Clearing clearing;
    private final CurrentCaller caller;

    AnswersResource(SemanticAnswers answers, Clearing clearing, CurrentCaller caller) {
        this.answers = answers;
        this.clearing = clearing;
        this.caller = caller;
    }

    @POST
    public Uni<OfferReply> offer(AnswerOffer offer) {
        return answers.take(caller.get(), offer);
    }

    @DELETE
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<AnswersCleared> clear() {
        return clearing.clear(caller.get().tenantId());
    }
}
