package io.frontdesk.auth.signing;

import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.signing.SigningKeys.Coming;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The operator's hand on the signing keys. */
@Path("/internal/v1/admin/signing-keys")
public class SigningKeyResource {
    private final SigningKeys keys;
    private final CurrentCaller caller;
    private final Clock clock;

    SigningKeyResource(SigningKeys keys, CurrentCaller caller, Clock clock) {
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    /** Publishes another key now; it signs when everybody has had the time to learn of it. */
    @POST
    @Path("/rotate")
    @RolesAllowed(Scope.Names.OPERATOR)
    @ResponseStatus(202)
    public Uni<Coming> rotate() {
        Caller operator = caller.get();
        return keys.rotate(AuditEvent.of(
                operator.tenantId(), clock.instant(), Action.SIGNING_KEY_ROTATED, operator.subject(), "installation"));
    }
}
