package io.frontdesk.generation.settings;

import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Settings of the caller's tenant that concern its answers; a PUT takes the place of all that was set before. */
@Path("/internal/v1/settings/answers")
@RolesAllowed(Scope.Names.ADMIN)
class AnswerSettingsResource {
    private final SettingsOfTenants settings;
    private final AnswerSettingsConfig config;
    private final CurrentCaller caller;

    AnswerSettingsResource(SettingsOfTenants settings, AnswerSettingsConfig config, CurrentCaller caller) {
        this.settings = settings;
        this.config = config;
        this.caller = caller;
    }

    @GET
    public Uni<AnswerSettingsBody> get() {
        return settings.of(caller.get().tenantId()).map(AnswerSettingsBody::of);
    }

    @PUT
    public Uni<AnswerSettingsBody> put(AnswerSettingsBody body) {
        UUID tenant = caller.get().tenantId();
        return settings.replace(tenant, body.checked(config.fallback()), body.version())
                .map(AnswerSettingsBody::of);
    }
}
