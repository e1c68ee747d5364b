package io.frontdesk.retrieval.synonyms;

import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Settings of the caller's tenant that concern the search; a PUT takes the place of all that was set before. */
@Path("/internal/v1/settings/search")
@RolesAllowed(Scope.Names.ADMIN)
class SearchSettingsResource {
    private final Synonyms synonyms;
    private final CurrentCaller caller;

    SearchSettingsResource(Synonyms synonyms, CurrentCaller caller) {
        this.synonyms = synonyms;
        this.caller = caller;
    }

    @GET
    public Uni<SearchSettings> get() {
        return synonyms.of(caller.get().tenantId()).map(SearchSettings::new);
    }

    @PUT
    public Uni<SearchSettings> put(SearchSettings settings) {
        return synonyms.replace(caller.get().tenantId(), settings.groups()).replaceWith(settings);
    }
}
