package io.frontdesk.generation.records;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.records.AnswerExplanation;
import io.frontdesk.contracts.records.AnswerRecord;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Finished answers, and why they are what they are. */
@Path("/internal/v1/answers")
@RolesAllowed({Scope.Names.CHAT, Scope.Names.ANALYTICS})
class AnswerRecordResource {
    private final FinishedAnswers answers;
    private final CurrentCaller caller;

    AnswerRecordResource(FinishedAnswers answers, CurrentCaller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    public Uni<AnswerRecord> get(@RestPath UUID id) {
        return answers.find(caller.get(), id).map(FinishedAnswer::view);
    }

    @GET
    @Path("/{id}/explain")
    public Uni<AnswerExplanation> explain(@RestPath UUID id) {
        return answers.find(caller.get(), id).map(FinishedAnswer::explanation);
    }
}
