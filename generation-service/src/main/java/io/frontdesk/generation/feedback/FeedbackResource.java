package io.frontdesk.generation.feedback;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.records.AnswerFeedback;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Thumbs up or down, and why. The last word of each caller counts. */
@Path("/internal/v1/answers")
class FeedbackResource {
    private final Opinions opinions;
    private final CurrentCaller caller;

    FeedbackResource(Opinions opinions, CurrentCaller caller) {
        this.opinions = opinions;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/feedback")
    @RolesAllowed({Scope.Names.CHAT, Scope.Names.ANALYTICS})
    public Uni<AnswerFeedback> give(@RestPath UUID id, AnswerFeedback feedback) {
        return opinions.give(caller.get(), id, feedback).replaceWith(feedback);
    }
}
