package io.frontdesk.generation.unanswered;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.records.UnansweredPage;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was not answered well, the most asked first. */
@Path("/internal/v1/unanswered")
@RolesAllowed(Scope.Names.ANALYTICS)
class UnansweredResource {
    private final UnansweredQuestions questions;
    private final CurrentCaller caller;

    UnansweredResource(UnansweredQuestions questions, CurrentCaller caller) {
        this.questions = questions;
        this.caller = caller;
    }

    @GET
    public Uni<UnansweredPage> list(@RestQuery @DefaultValue("50") int limit, @RestQuery @Nullable String cursor) {
        return questions.page(caller.get().tenantId(), limit, cursor);
    }
}
