package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.reuse.AnswerOffer;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Finished answers, offered by the generation-service. An offer may come again. */
@Path("/internal/v1/answers")
@RolesAllowed(Scope.Names.CHAT)
class AnswersResource {
    private final SemanticAnswers answers;
    private final CurrentCaller caller;

    AnswersResource(SemanticAnswers answers, CurrentCaller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    public Uni<OfferReply> offer(AnswerOffer offer) {
        return answers.take(caller.get(), offer);
    }
}
