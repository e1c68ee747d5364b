package io.frontdesk.retrieval.answers.system;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.reuse.AnswersCleared;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/** Answers of all tenants, for the operator. */
@Path("/internal/v1/admin/answers")
@RolesAllowed(Scope.Names.OPERATOR)
class ClearingResource {
    private final ClearingOfAll clearing;

    ClearingResource(ClearingOfAll clearing) {
        this.clearing = clearing;
    }

    @DELETE
    public Uni<AnswersCleared> clear() {
        return clearing.clear();
    }
}
